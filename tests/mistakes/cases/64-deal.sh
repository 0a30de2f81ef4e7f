# paid more than the amount
echo '- deal: {id: d261112-1, who: zhangwei, customer: c261102-zhangwei-1, amount: 100.00, paid: 200.00}' > log/2026-11/2026-11-12.yaml
