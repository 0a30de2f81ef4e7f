# a key that stands twice
echo '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: annual, who: zhangwei}' > leave/a26.yaml
