# a payment on a deal of a later day
cat > log/2026-11/2026-11-23.yaml <<'E'
- payment: {deal: d92, amount: 100}
E
cat > log/2026-11/2026-11-24.yaml <<'F'
- customer: {id: c92, name: 陈女士, owner: wangli}
- deal: {id: d92, who: wangli, customer: c92, amount: 100}
F
