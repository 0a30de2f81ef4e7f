#!/bin/sh
# Every row of these parts of the catalogue is shown by a transcript: its id stands in the prose of one, or beside one of
# its commands. What a command prints does not count.
# usage: catalogue_ids.sh TRANSCRIPTS_DIR
set -eu
LC_ALL=C
export LC_ALL
dir=$1
ids='D4.1 D4.2 D4.3 D4.4
D6.1 D6.2 D6.3 D6.4 D6.5 D6.6 D7.1
D10.1 D10.2 D10.3 D10.4 D10.5
D12.1 D12.2 D12.3 D12.4 D12.5 D12.6
D17.1 D17.2 D17.3 D17.4 D17.5 D17.6 D17.7'

told=$(cat "$dir"/*-zh.test "$dir"/*-en.test | awk '
    /^\$ / { inside = 1; print; next }
    /^\? [0-9]+$/ { inside = 0; next }
    !inside { print }' | grep -oE 'D[0-9]+\.[0-9]+' | sort -u)
status=0
for id in $ids; do
    if ! printf '%s\n' "$told" | grep -qxF "$id"; then
        echo "$id: shown by no transcript"
        status=1
    fi
done
exit $status
