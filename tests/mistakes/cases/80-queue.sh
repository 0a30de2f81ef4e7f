# a queue with a stranger
echo '{name: 队, who: all, order: [wangli, zhangsan]}' > queues/a80.yaml
