# limits the wrong way round
printf 'name: 检查\nitems:\n  - {id: oil, text: 油温, min: 85, max: 0}\n' > checklists/a48.yaml
