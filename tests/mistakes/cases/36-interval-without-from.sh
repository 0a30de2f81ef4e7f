# an interval without from
printf 'name: 双周会\nwhen: {every: 2 weeks, on: [fri]}\n' > meetings/a36.yaml
