# a plan for a role that does not exist
echo '- {date: 2026-03-02, series: morning, hsot: wangli}' > plans/2026-03.yaml
