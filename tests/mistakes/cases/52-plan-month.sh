# a date that is not in the plan's month
echo '- {date: 2026-03-02, series: morning, host: wangli}' > plans/2026-02.yaml
