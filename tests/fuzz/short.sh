#!/bin/sh
# Runs one fuzzer for a short while and shows its last words, or what it found. usage: short.sh PROGRAM
# From the same seed each time, so that a change is judged by itself; long runs from chance are for developers.
set -eu
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
mkdir "$corpus/found"
if "$1" -seed=1 -max_total_time=10 -max_len=400 -rss_limit_mb=2048 -timeout=10 "$corpus/found" >"$corpus/log" 2>&1; then
    echo "$(basename "$1"): $(tail -n 1 "$corpus/log")"
else
    tail -n 40 "$corpus/log"
    exit 1
fi
