# a record of two kinds
printf -- '- praise: {who: wangli, for: 帮新人}\n  note: {text: 又}\n' > log/2026-11/2026-11-07.yaml
