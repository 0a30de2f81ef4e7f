# two people in a place for one
echo '- {date: 2026-05-06, series: morning, host: [wangli, zhangwei]}' > plans/2026-05.yaml
