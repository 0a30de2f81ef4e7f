# a control character in a text
printf -- '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: annual, note: "a\033[31mb"}\n' > leave/a21.yaml
