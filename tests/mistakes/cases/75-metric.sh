# an award for a metric that does not exist (D2)
cat > awards.yaml <<'M'
- {id: ace, name: 销售能手, every: month, best: sale}
M
