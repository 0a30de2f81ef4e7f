# a tag
echo '- {who: wangli, from: !!str 2026-11-11, to: 2026-11-11, kind: annual}' > leave/a19.yaml
