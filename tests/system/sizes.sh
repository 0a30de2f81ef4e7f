#!/bin/sh
# Sizes that nobody planned for: units nested 30,000 deep, 50,000 people, 145,000 bad records. Every answer comes within
# seconds; no command is brought down; of each file 100 problems are told, and of the rest the number.
teamctl=${TEAMCTL:?}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

# expect CODE WORDS...: the command ends in time, with that code.
expect() {
    code=$1
    shift
    timeout 20 "$teamctl" --today 2026-11-30 "$@" >"$work/out" 2>&1
    got=$?
    [ $got -eq "$code" ] && return
    echo "teamctl $*: exit $got, not $code"
    tail -3 "$work/out"
    failed=1
}
says() {
    grep -qF "$1" "$work/out" && return
    echo "not said: $1"
    tail -3 "$work/out"
    failed=1
}
begin() {
    "$teamctl" init "$work/$1" --template minimal --lang en >/dev/null && cd "$work/$1" || exit 2
}

begin deep
{ echo units:; awk 'BEGIN { print "  - {id: u0, name: U0}"
    for (i = 1; i < 30000; i++) printf "  - {id: u%d, name: U%d, parent: u%d}\n", i, i, i - 1 }'; } >>roster.yaml
expect 1 check
says 'units are nested more than 64 deep [too-deep]'
for command in roster summary agenda due; do expect 3 $command; done

begin people
awk 'BEGIN { print "people:"; for (i = 0; i < 50000; i++) printf "  - {id: p%d, name: N%d}\n", i, i }' >roster.yaml
for command in check roster summary standings due 'person p7'; do
    # shellcheck disable=SC2086
    expect 0 $command
done

begin bad
mkdir -p log/2026-11
awk 'BEGIN { for (i = 0; i < 50000; i++) printf "- praise: {who: nob%d, for: x}\n", i }' >log/2026-11/2026-11-02.yaml
awk 'BEGIN { for (i = 0; i < 50000; i++) printf "- contact: {who: ann, customer: c%d}\n", i }' >log/2026-11/2026-11-03.yaml
awk 'BEGIN { for (i = 0; i < 45000; i++) printf "- ticket: {id: t%d, kind: fault, priority: hgih, text: x}\n", i }' \
    >log/2026-11/2026-11-04.yaml
expect 1 check --full
says 'log/2026-11/2026-11-02.yaml: 49900 more problems'
says 'log/2026-11/2026-11-04.yaml: 44900 more problems'
[ "$(grep -c '^log/2026-11/2026-11-02.yaml:[0-9]' "$work/out")" -eq 100 ] || { echo 'not 100 of a file'; failed=1; }
expect 3 summary
expect 0 log note text=x
expect 3 log note text=x --date 2026-11-02

# `log -` makes and checks the file of a day once, however many lines: four times the lines take some four times as long,
# and not sixteen.
begin batch
# lines N: praise of a day, every tenth line a customer.
lines() {
    awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
        if (i % 10) printf "praise ann helped with %d\n", i; else printf "customer ann Shop%d-%d 139%d%04d\n", i, n, n, i + 9 * n }'
}
# cpu N DAY: hundredths of a second that writing so many lines takes.
cpu() {
    (
        lines "$1" >"$work/lines"
        "$teamctl" --today 2026-11-30 log - --date "$2" <"$work/lines" >"$work/out" 2>&1 || echo "log -: exit $?" >&2
        times >"$work/times"
    )
    awk 'NR == 2 { split($1 "m" $2, t, /[ms]+/); printf "%d", (t[1] * 60 + t[2] + t[3] * 60 + t[4]) * 100 + 2 }' \
        "$work/times"
}
few=$(cpu 1000 2026-11-26)
many=$(cpu 4000 2026-11-27)
[ "$(grep -c '^- ' log/2026-11/2026-11-27.yaml)" -eq 4000 ] || { echo 'log -: not 4000 records'; failed=1; }
[ "$many" -le $((few * 8)) ] || { echo "log -: 1000 lines $few, 4000 lines $many hundredths of a second"; failed=1; }
exit $failed
