# a whole number of more digits than a number may have
cat > log/2026-11/2026-11-29.yaml <<'END'
- points: {who: wangli, points: 99999999999999999999, reason: 一}
END
