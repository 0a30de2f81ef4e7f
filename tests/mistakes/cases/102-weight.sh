# weights that are none
printf 'name: 周末\nwhen: {every: day}\nweight: {weekend: 1.125}\nroles:\n  a: {who: all, weight: 0}\n  b: {who: all, weight: {sunday: 2}}\n' > rotas/a102.yaml
