# a condition that cannot be read
[ -f awards.yaml ] || echo '# 奖项' > awards.yaml
cat >> awards.yaml <<'M'
- {id: bee, name: 小蜜蜂, every: month, require: ["late == none"], nominated: true}
M
