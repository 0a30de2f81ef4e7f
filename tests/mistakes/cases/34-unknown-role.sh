# an agenda item by a role that does not exist
cat > meetings/a34.yaml <<'M'
name: 周会
when: {every: week, on: [mon], start: "14:00", minutes: 30}
roles: {host: {who: all}}
agenda:
  - {item: 通知, minutes: 10, by: hots, show: announcements}
M
