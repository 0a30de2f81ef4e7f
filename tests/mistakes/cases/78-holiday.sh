# a holiday that ends before it begins
printf 'name: 历\nholidays:\n  - {date: 2026-05-05, to: 2026-05-01, name: 劳动节}\n' > calendars/a78.yaml
