# a problem that was done before
cat > log/2026-11/2026-11-21.yaml <<'E'
- problem: {id: p91, who: wangli, text: 打印机卡纸}
- done: {id: p91, by: wangli}
- done: {id: p91}
E
