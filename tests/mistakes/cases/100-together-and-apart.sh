# a pair that is to serve both together and apart
printf 'name: 双岗\nwhen: {every: day}\nroles:\n  duty: {who: all, count: 2, together: [[wangli, zhangwei]]}\n' > rotas/a100.yaml
printf -- '- {of: [a100, desk], apart: [[zhangwei, wangli]]}\n' >> limits.yaml
