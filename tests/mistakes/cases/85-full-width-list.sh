# full-width commas in lists
printf 'name: 双色会\nwhen: {every: week, on: [mon，tue]}\nattend: [wangli、zhangwei]\nformats: [讨论，演练]\n' > meetings/a85.yaml
