# an alias without its anchor
printf -- '- who: *boss\n  from: 2026-11-11\n  to: 2026-11-11\n  kind: annual\n' > leave/a17.yaml
