# who and duty at once
printf 'name: 检查\nwho: all\nduty: desk\nitems: [看]\n' > checklists/a50.yaml
