# more paid than the deal's amount, and paid after all was refunded
cat > log/2026-11/2026-11-27.yaml <<'E'
- customer: {id: c95, name: 何先生, owner: wangli}
- deal: {id: d95, who: wangli, customer: c95, amount: 100, paid: 60}
- payment: {deal: d95, amount: 40.01, at: "10:00"}
- refund: {who: wangli, deal: d95, amount: 100, at: "11:00"}
- payment: {deal: d95, amount: 1, at: "11:01"}
E
