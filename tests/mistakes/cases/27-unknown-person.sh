# a person who does not exist
echo '- {who: wnagli, from: 2026-11-11, to: 2026-11-11, kind: annual}' > leave/a27.yaml
