#!/bin/sh
# Runs the commands side by side on generated teams and prints a table. Ratios count, not seconds; nothing fails on a time.
# Needs TEAMCTL, the binary. What is not installed (libyaml-dev, hledger, ledger, remind) is left out.
# usage: run.sh [--small] [PEOPLE [YEARS]]
set -eu
: "${TEAMCTL:?the binary to measure}"
here=$(cd "$(dirname "$0")" && pwd)
runs=5
people=100
years=10
if [ "${1:-}" = --small ]; then
    runs=1
    people=5
    years=2
    shift
fi
people=${1:-$people}
years=${2:-$years}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
"$here/make_team.sh" "$work/one" "$people" 1
"$here/make_team.sh" "$work/all" "$people" "$years"
# As teams do at every month end: commands then start from a closing.
for team in one all; do "$TEAMCTL" -C "$work/$team" --today 2026-11-24 -q close 2026-10 >/dev/null; done

# best NAME COMMAND...: the shortest of the runs in microseconds, into the variable NAME. The command must do its work.
best() {
    name=$1
    shift
    least=
    n=0
    while [ $n -lt $runs ]; do
        from=$(date +%s%N)
        code=0
        "$@" >"$work/out" 2>"$work/err" || code=$?
        to=$(date +%s%N)
        if [ $code -gt 1 ]; then
            echo "exit $code: $*" >&2
            cat "$work/err" >&2
            status=1
        fi
        took=$(((to - from) / 1000))
        [ -n "$least" ] && [ "$least" -le "$took" ] || least=$took
        n=$((n + 1))
    done
    eval "$name=\$least"
}
row() { printf '%-34s %12s %12s %8s\n' "$@"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

today=2026-11-24T08:30
row "microseconds, $people people" '1 year' "$years years" ratio
best base "$TEAMCTL" --version
row 'start (--version)' "$base" '' ''
side_by_side() {
    title=$1
    shift
    best one "$TEAMCTL" -C "$work/one" --today $today "$@"
    best all "$TEAMCTL" -C "$work/all" --today $today "$@"
    row "$title" "$one" "$all" "$(ratio "$all" "$one")"
}
side_by_side agenda agenda
side_by_side due due
side_by_side 'records of a day' records 2026-11-23
side_by_side 'summary of a month' summary 2026-11 -f json
[ "$people" -gt 20 ] || side_by_side schedule schedule 2026-12 --limit 1s
side_by_side 'log note' log note text=measured
# Of a customer that was registered today, whose id differs with the years.
registered() { sed -n 's/^- customer: {id: \([^,]*\),.*/\1/p' "$work/$1/log/2026-11/2026-11-24.yaml" | head -n 1; }
best one "$TEAMCTL" -C "$work/one" --today $today log contact who=p1 customer="$(registered one)" note=measured
best all "$TEAMCTL" -C "$work/all" --today $today log contact who=p1 customer="$(registered all)" note=measured
row 'log contact' "$one" "$all" "$(ratio "$all" "$one")"
side_by_side 'log customer' log customer owner=p1 name=李四 phone=13711112222

best check "$TEAMCTL" -C "$work/all" --today $today check
find "$work/all/log" -name '*.yaml' >"$work/files"
bytes=$(xargs cat <"$work/files" | wc -c)
best bare sh -c 'xargs cat <"$0" >/dev/null' "$work/files"
row "check of all ($((bytes >> 20)) MiB)" '' "$check" ''
row 'against reading the bytes (cat)' '' "$bare" "$(ratio "$check" "$bare")"
if ${CC:-cc} -O2 -o "$work/events" "$here/events.c" -lyaml 2>/dev/null; then
    best events sh -c 'xargs "$1" <"$0"' "$work/files" "$work/events"
    row 'against the events of libyaml' '' "$events" "$(ratio "$check" "$events")"
fi
if [ -x /usr/bin/time ]; then
    for what in 'summary 2026-11' check; do
        # shellcheck disable=SC2086
        /usr/bin/time -f %M -o "$work/kb" "$TEAMCTL" -C "$work/all" --today $today $what >/dev/null 2>&1 || true
        row "memory in MiB: $what" '' "$(($(tail -n 1 "$work/kb") >> 10))" ''
    done
fi

"$here/make_facility.sh" "$work/building"
row 'a building: 17,400 checks a year' 'microseconds' '' ''
for what in agenda 'checklist 2026-11-23' 'checklist 2026-11' asset 'asset s1-m1' due 'ticket 2026-11' 'summary 2026-11' \
    'summary 2026' check; do
    # shellcheck disable=SC2086
    best took "$TEAMCTL" -C "$work/building" --today $today $what
    row "$what" "$took" '' ''
done
exit $status
