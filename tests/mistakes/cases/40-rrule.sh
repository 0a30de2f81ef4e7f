# a rule that RFC 5545 does not have
printf 'name: 会\nwhen: {rrule: "FREQ=MONTHLY;BYDAY=2XX", from: 2026-01-01}\n' > meetings/a40.yaml
