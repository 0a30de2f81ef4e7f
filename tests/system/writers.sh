#!/bin/sh
# Sixteen writers at once: each record is there exactly once, and the file is whole at any time.
. "$(dirname "$0")/common.sh"
writers=16
appends=20
cp -R "$source/examples/minimal" team
log=team/log/2026-11/2026-11-30.yaml

write() {
    n=0
    while [ $n -lt $appends ]; do
        n=$((n + 1))
        timeout 25 "$binary" -C team --today $today log note "text=writer $1 wrote $n" >/dev/null 2>> errors || echo "writer $1: exit $?" >> errors
    done
}

: > errors
pids=
w=0
while [ $w -lt $writers ]; do
    w=$((w + 1))
    write $w &
    pids="$pids $!"
done
# A reader meanwhile never sees half a record.
looks=0
while [ $looks -lt 10 ]; do
    looks=$((looks + 1))
    expect_silence 0 teamctl -C team check
done
# shellcheck disable=SC2086  # a list of pids
wait $pids

tried=$((tried + 2))
[ ! -s errors ] || { complain 'writers failed'; head -n 5 errors; }
w=0
while [ $w -lt $writers ]; do
    w=$((w + 1))
    n=0
    while [ $n -lt $appends ]; do
        n=$((n + 1))
        echo "writer $w wrote $n"
    done
done | sort > wanted
sed -n 's/.*text: \(writer [0-9]* wrote [0-9]*\)[,}].*/\1/p' "$log" | sort > got
cmp -s wanted got || { complain 'records are lost, torn or there twice'; diff wanted got | head -n 5; }
expect_silence 0 teamctl -C team check
[ ! -e team/.teamctl.tmp ] || complain 'a temporary file stays'
finish
