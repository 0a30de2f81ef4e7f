# limits of what is not there, that limit nothing, and a pair that is to serve both together and apart
printf -- '- {of: [dsek, morning.hots], max_per_week: 3}\n- {of: [desk]}\n- {of: [desk], rest_hours: 0}\n- {of: [], gap_days: 3}\n' > limits.yaml
printf 'name: 双岗\nwhen: {every: day}\nroles:\n  duty: {who: all, count: 2, together: [[wangli, zhangwei]]}\n' > rotas/a98.yaml
printf -- '- {of: [a98, desk], apart: [[zhangwei, wangli]]}\n' >> limits.yaml
