# a kind of record that does not exist
echo '- prase: {who: wangli, for: 帮新人}' > log/2026-11/2026-11-03.yaml
