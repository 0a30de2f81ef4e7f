# a kind of leave that does not exist
echo '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: anual}' > leave/a30.yaml
