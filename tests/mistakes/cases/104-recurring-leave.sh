# leave that recurs and has days of its own, or a time
printf -- '- {who: wangli, from: 2026-11-11, when: {every: week, on: fri}, kind: annual}\n- {who: wangli, when: {every: week, on: fri, start: "09:00"}, kind: annual}\n- {who: wangli, kind: annual}\n' > leave/a104.yaml
