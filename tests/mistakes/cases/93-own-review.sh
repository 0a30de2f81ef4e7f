# a review of one's own diary
cat > log/2026-11/2026-11-25.yaml <<'E'
- review: {who: wangli, by: wangli, comment: 不错}
E
