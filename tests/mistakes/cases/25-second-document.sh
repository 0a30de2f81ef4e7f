# a second document
printf -- '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: annual}\n---\n- {who: wangli, from: 2026-11-12, to: 2026-11-12, kind: annual}\n' > leave/a25.yaml
