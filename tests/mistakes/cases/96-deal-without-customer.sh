# a deal without a customer (D5.5)
cat > log/2026-11/2026-11-28.yaml <<'F'
- deal: {id: d96, who: wangli, amount: 100}
F
