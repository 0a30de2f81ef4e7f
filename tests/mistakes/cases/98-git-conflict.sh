# What git could not merge was left in the day's file
printf -- '- note: {text: a}\n<<<<<<< HEAD\n- note: {text: b}\n=======\n- note: {text: c}\n>>>>>>> other\n' > log/2026-11/2026-11-14.yaml
