# late and absent at once
echo '- attendance: {meeting: morning, late: [wangli], absent: [zhangwei, wangli]}' > log/2026-11/2026-11-09.yaml
