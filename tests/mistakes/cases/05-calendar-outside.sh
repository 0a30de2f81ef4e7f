# a calendar outside the directory
sed -i 's|^calendars: .*|calendars: [calendars/cn.yaml, ../x.yaml]|' teamctl.yaml
