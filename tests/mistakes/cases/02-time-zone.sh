# a time zone that does not exist
sed -i 's|^timezone: .*|timezone: Asia/Shanghia|' teamctl.yaml
