# an agenda longer than its box (D1.26)
cat > meetings/a33.yaml <<'M'
name: 周会
when: {every: week, on: [mon], start: "14:00", minutes: 30}
roles: {host: {who: all}}
agenda:
  - {item: 通知, minutes: 10, by: host, show: announcements}
  - {item: 讨论, minutes: 25, by: host, show: problems}
M
