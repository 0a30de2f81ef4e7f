# a text where a number is expected
printf 'name: 值班\nwhen: {every: day}\nroles:\n  duty: {who: all, gap_days: seven}\n' > rotas/a45.yaml
