# a selector with an unknown key
printf 'name: 值班\nwhen: {every: day}\nroles:\n  duty: {who: {skil: host}}\n' > rotas/a44.yaml
