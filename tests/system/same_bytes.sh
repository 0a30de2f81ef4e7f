#!/bin/sh
# The same files and the same --today give the same bytes: in every time zone and locale, from everywhere, in a copy
# of the directory, with the keys of the roster in another order, and once more.
. "$(dirname "$0")/common.sh"
cp -R "$source/examples/sales" here
mkdir -p 'else where'
cp -R here 'else where/副本'
cp -R here turned
sed -E 's/\{id: ([^,]+), name: ([^,]+),/{name: \2, id: \1,/' here/roster.yaml > turned/roster.yaml

# Each in turn, so that a difference is named.
all() {
    while read -r command; do
        # shellcheck disable=SC2086  # a line is a list of words
        "$@" $command > "$work/one" 2>&1
        printf '== %s: %s\n' "$command" $?
        cat "$work/one"
    done <<END
agenda
agenda -f html
schedule 2026-12 -f json
summary
summary 2026-Q4 -f json
checklist
calendar -f json
calendar 2026-12 -f ics
check --format json
due -f json
records -f csv
person wangli
standings
roster
END
}

bare() { env -i PATH=/usr/bin:/bin "$@"; }
run() { timeout 20 "$binary" -C "$work/here" --today $today "$@"; }
elsewhere() { bare TZ=UTC LC_ALL=C.UTF-8 "$binary" -C "$work/else where/副本" --today $today "$@"; }
from_within() { (cd "$work/here/log" && bare "$binary" --today $today "$@"); }
by_variable() { bare TEAMCTL_DIR="$work/here" "$binary" --today $today "$@"; }
in_zone() { zone=$1; shift; bare TZ="$zone" LC_ALL=C.UTF-8 "$binary" -C "$work/here" --today $today "$@"; }
in_locale() { locale=$1; shift; bare LC_ALL="$locale" "$binary" -C "$work/here" --today $today "$@"; }
turned() { bare TZ=UTC LC_ALL=C.UTF-8 "$binary" -C "$work/turned" --today $today "$@"; }
bare_of_all() { env -i "$binary" -C "$work/here" --today $today "$@"; }

all in_zone UTC > wanted
tried=$((tried + 1))
[ "$(grep -c '^== .*: [01]$' wanted)" -eq 14 ] || { complain 'not every command works'; grep '^== ' wanted; }

same() {
    tried=$((tried + 1))
    all "$@" > got
    cmp -s wanted got || { complain "$*"; diff wanted got | head -n 6; }
}
same in_zone UTC
same in_zone America/New_York
same in_zone Asia/Kathmandu
same in_zone Pacific/Kiritimati
same in_zone nonsense
same in_locale C
same in_locale zh_CN.GB18030
same bare_of_all
same elsewhere
same from_within
same by_variable
same turned
! cmp -s here/roster.yaml turned/roster.yaml || complain 'no key was moved'
finish
