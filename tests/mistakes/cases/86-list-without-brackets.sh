# lists without their brackets
printf 'name: 三日会\nwhen:\n  every: week\n  on: mon, tue, wed\nattend: wangli, zhangwei\n' > meetings/a86.yaml
