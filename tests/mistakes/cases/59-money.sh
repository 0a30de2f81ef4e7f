# an amount with three decimals
echo '- fund: {amount: 100.005, for: 聚餐}' > log/2026-11/2026-11-06.yaml
