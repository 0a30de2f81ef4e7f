# a score above full marks
echo '- score: {who: zhangwei, kind: exam, value: 120, of: 100}' > log/2026-11/2026-11-13.yaml
