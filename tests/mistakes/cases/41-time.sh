# a time that does not exist
printf 'name: 会\nwhen: {every: day, start: "25:00"}\n' > meetings/a41.yaml
