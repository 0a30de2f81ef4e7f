# back before the time of leaving
cat > log/2026-11/2026-11-26.yaml <<'E'
- visit: {who: wangli, client: 铁路物资, out: "14:00", back: "13:59"}
E
