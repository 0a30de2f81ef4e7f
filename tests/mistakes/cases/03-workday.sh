# a weekday that does not exist
sed -i 's/wed, thu, fri\]/wednesday, thu, fri]/' teamctl.yaml
