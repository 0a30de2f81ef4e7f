# a full-width colon in the first line of an item
printf -- '- who：赵敏\n  from: 2026-11-04\n  kind: annual\n' > leave/a88.yaml
