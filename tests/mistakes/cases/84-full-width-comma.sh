# a full-width comma between two keys
printf -- '- {who: 赵敏，from: 2026-11-04, kind: annual}\n' > leave/a84.yaml
