# a bracket that is never closed
printf -- '- {title: 报价单怎么写, lecturer: wangli\n- {title: 电话怎么接}\n' > topics.yaml
