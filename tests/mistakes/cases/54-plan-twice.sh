# two lines for one meeting
printf -- '- {date: 2026-04-01, series: morning, host: wangli}\n- {date: 2026-04-01, series: morning, host: zhangwei}\n' > plans/2026-04.yaml
