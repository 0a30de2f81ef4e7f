# half a day over two days
echo '- {who: wangli, from: 2026-11-11, to: 2026-11-12, kind: annual, half: am}' > leave/a29.yaml
