# a tab that indents
printf -- '- who: wangli\n\tfrom: 2026-11-11\n  to: 2026-11-11\n  kind: annual\n' > leave/a16.yaml
