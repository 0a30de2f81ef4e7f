# a date that does not exist
mkdir -p roster; printf 'people:\n  - id: linfeng\n    name: 林峰\n    joined: 2026-02-30\n' > roster/a08.yaml
