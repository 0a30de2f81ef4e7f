# a reading without an id
printf 'name: 检查\nitems:\n  - {text: 油温, unit: °C}\n' > checklists/a49.yaml
