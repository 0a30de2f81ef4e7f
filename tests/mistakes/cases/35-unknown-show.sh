# an agenda item that shows something unknown
cat > meetings/a35.yaml <<'M'
name: 周会
when: {every: week, on: [mon], start: "14:00", minutes: 30}
roles: {host: {who: all}}
agenda:
  - {item: 通知, minutes: 10, by: host, show: anouncements}
M
