# a full-width colon in brackets, and one without its space
printf -- '- {who：赵敏, from:2026-11-04, kind: annual}\n' > leave/a87.yaml
