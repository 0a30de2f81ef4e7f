# a period that does not exist
echo '- {period: 2026-13, metric: sales, amount: 100.00}' > targets.yaml
