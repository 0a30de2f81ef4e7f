# a pin that is mistyped
printf -- '- {date: 2026-10-06, series: morning, host: wangli, pin: All}\n' > plans/2026-10.yaml
