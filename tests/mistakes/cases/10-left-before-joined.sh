# left before joined
mkdir -p roster; echo 'people: [{id: wuhao, name: 吴昊, joined: 2026-11-09, left: 2026-11-01}]' > roster/a10.yaml
