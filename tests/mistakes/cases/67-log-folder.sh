# a log file beside the months
echo '- note: {text: 记}' > log/2026-11-14.yaml
