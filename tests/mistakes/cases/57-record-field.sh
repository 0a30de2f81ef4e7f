# a record without a required field
echo '- praise: {who: wangli}' > log/2026-11/2026-11-04.yaml
