# a NUL byte
printf -- '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: annual, note: a\000b}\n' > leave/a23.yaml
