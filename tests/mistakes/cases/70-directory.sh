# a directory in place of a file
mkdir log/2026-11/2026-11-18.yaml
