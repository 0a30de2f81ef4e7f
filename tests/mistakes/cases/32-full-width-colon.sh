# a full-width colon
printf 'name：晨会\nwhen: {every: day}\n' > meetings/a32.yaml
