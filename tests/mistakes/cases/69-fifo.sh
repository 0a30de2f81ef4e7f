# a pipe in place of a file
mkfifo log/2026-11/2026-11-17.yaml
