# a meeting and a rota of one name
printf 'name: 值班\nwhen: {every: day}\n' > meetings/a47.yaml
printf 'name: 值班\nwhen: {every: day}\nroles: {duty: {who: all}}\n' > rotas/a47.yaml
