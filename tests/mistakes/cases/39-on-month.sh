# a day of the month that does not exist
printf 'name: 会\nwhen: {every: month, on: 32}\n' > meetings/a39.yaml
