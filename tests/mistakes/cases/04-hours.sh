# working hours that end before they begin
sed -i 's/"13:30-18:00"/"18:00-13:30"/' teamctl.yaml
