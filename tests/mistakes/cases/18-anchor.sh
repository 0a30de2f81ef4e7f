# an anchor
printf -- '- &w\n  who: wangli\n  from: 2026-11-11\n  to: 2026-11-11\n  kind: annual\n' > leave/a18.yaml
