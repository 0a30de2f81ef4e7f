# a character that turns the text around
printf -- '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: annual, note: "a\342\200\256b"}\n' > leave/a22.yaml
