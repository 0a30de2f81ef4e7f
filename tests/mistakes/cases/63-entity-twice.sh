# two actions of one id
printf -- '- action: {id: a261111-1, who: wangli, text: 甲}\n- action: {id: a261111-1, who: wangli, text: 乙}\n' > log/2026-11/2026-11-11.yaml
