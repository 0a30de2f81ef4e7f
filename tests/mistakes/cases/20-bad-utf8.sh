# a file saved as GBK
printf -- '- {who: wangli, from: 2026-11-11, to: 2026-11-11, kind: annual, note: \262\241\274\331}\n' > leave/a20.yaml
