# a limit of a rota and of a role that are not there
printf -- '- {of: [dsek, morning.hots], max_per_week: 3}\n' >> limits.yaml
