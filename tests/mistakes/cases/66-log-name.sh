# a log file of another month
echo '- note: {text: 记}' > log/2026-11/2026-12-01.yaml
