# a way to repeat that does not exist
printf 'name: 会\nwhen: {every: fortnight, on: [fri]}\n' > meetings/a37.yaml
