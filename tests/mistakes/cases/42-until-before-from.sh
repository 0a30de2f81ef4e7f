# until before from
printf 'name: 会\nwhen: {every: day, from: 2026-05-01, until: 2026-04-01}\n' > meetings/a42.yaml
