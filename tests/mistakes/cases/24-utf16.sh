# a UTF-16 file
printf '\377\376-\000 \000a\000\n\000' > leave/a24.yaml
