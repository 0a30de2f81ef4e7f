# a key under a value
printf -- '- title: 笑话\n    text: 一个\n' > reserve.yaml
