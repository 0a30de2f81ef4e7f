# a quote that is never closed
printf -- '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: annual, note: "回家}\n- {who: zhangwei, from: 2026-11-12, to: 2026-11-12, kind: sick}\n' > leave/a15.yaml
