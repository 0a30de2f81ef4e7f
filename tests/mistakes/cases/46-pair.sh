# a pair of three
printf 'name: 值班\nwhen: {every: day}\nroles:\n  duty: {who: all, count: 2, apart: [[wangli, zhangwei, liqiang]]}\n' > rotas/a46.yaml
