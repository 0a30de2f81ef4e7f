# a plan for a series that does not exist
echo '- {date: 2026-01-05, series: mornign, host: wangli}' > plans/2026-01.yaml
