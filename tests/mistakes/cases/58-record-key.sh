# a field that the record does not have
echo '- praise: {who: wangli, for: 帮新人, form: zhangwei}' > log/2026-11/2026-11-05.yaml
