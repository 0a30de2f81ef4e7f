#!/bin/sh
# Measures the commands beside their peers and prints tables; see run.py, which takes the same words.
exec python3 "$(dirname "$0")/run.py" "$@"
