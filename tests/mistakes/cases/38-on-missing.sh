# every week, and no day
printf 'name: 会\nwhen: {every: week, start: "10:00"}\n' > meetings/a38.yaml
