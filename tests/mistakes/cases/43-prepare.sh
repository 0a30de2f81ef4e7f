# a checklist that does not exist
printf 'name: 会\nwhen: {every: day}\nprepare: openning\n' > meetings/a43.yaml
