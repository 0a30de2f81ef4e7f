# a deadline for a kind of record that does not exist
sed -i 's/record: diary/record: dairy/' rules.yaml
