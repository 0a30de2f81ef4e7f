# a follow-up of a customer whom nobody registered
echo '- contact: {who: zhangwei, customer: c261102-zhangwei-2}' > log/2026-11/2026-11-10.yaml
