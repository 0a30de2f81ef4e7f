# a limit that limits nothing, and hours that are none
printf -- '- {of: [desk]}\n- {of: [desk], rest_hours: 0}\n- {of: [], gap_days: 3}\n' >> limits.yaml
