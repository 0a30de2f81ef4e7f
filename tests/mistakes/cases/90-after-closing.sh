# a contact with a customer who was closed
cat > log/2026-11/2026-11-20.yaml <<'E'
- customer: {id: c90, name: 王先生, owner: wangli, at: "09:00"}
- customer_closed: {customer: c90, outcome: lost, at: "10:00"}
- contact: {who: wangli, customer: c90, by: phone, at: "11:00"}
E
