# a leave that ends before it begins
echo '- {who: wangli, from: 2026-11-12, to: 2026-11-11, kind: annual}' > leave/a28.yaml
