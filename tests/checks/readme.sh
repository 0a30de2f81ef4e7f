#!/bin/sh
# What README shows is real: each line below a `$ teamctl …` is a line of what that command says on the example team, in that
# order; a line of dots stands for lines left out.
# usage: readme.sh TEAMCTL SOURCE_DIR
set -eu
teamctl=$(realpath "$1")
cd "$2"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset TEAMCTL_DIR TEAMCTL_WHO
export LC_ALL=C.UTF-8 COLUMNS=80
awk '/^```/ { inside = !inside; call = ""; next }
    inside && /^\$ teamctl / { call = substr($0, 11); ++n }
    inside && call != "" && !/^\$/ { print > ("'"$work"'/" n ".shown") }
    inside && /^\$ teamctl / { print call > ("'"$work"'/" n ".call") }' README.md
status=0
count=0
for call in "$work"/*.call; do
    count=$((count + 1))
    # shellcheck disable=SC2046  # the words of a call
    "$teamctl" -C examples/sales --today 2026-11-30T08:30 $(cat "$call") >"$work/said"
    awk 'NR == FNR { said[++last] = $0; next }
        /^ *…$/ || /^$/ { next }
        { while (++at <= last && said[at] != $0) { } if (at > last) { print "not said: " $0; exit 1 } }' \
        "$work/said" "${call%.call}.shown" || { echo "README: teamctl $(cat "$call")"; status=1; }
done
[ $count -ge 2 ] || { echo "only $count transcripts found"; status=1; }
exit $status
