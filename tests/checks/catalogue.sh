#!/bin/sh
# The catalogue of what the documents ask for: each row names the files that show it, which hold its id, or says what is
# open; no document has a hole in its numbers; and every id that sources, tests and pages cite is a row.
# usage: catalogue.sh SOURCE_DIR
set -eu
LC_ALL=C
export LC_ALL
root=$1
catalogue=$root/tests/catalogue.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

fail() {
    echo "$*"
    status=1
}

grep '^| D' "$catalogue" >"$work/rows"
while IFS='|' read -r _ id asked shown open rest; do
    id=$(echo $id)
    [ "$rest" = '' ] && [ -n "$(echo $asked)" ] || fail "$id: not a row of four cells"
    if [ "$(echo $shown)" = '—' ]; then
        [ -n "$(echo $open)" ] || fail "$id: shown by nothing, and nothing is said to be open"
        continue
    fi
    [ -n "$(echo $shown)" ] || fail "$id: says not what shows it"
    for file in $(echo "$shown" | tr -d ','); do
        if [ ! -f "$root/tests/$file" ]; then
            fail "$id: no file tests/$file"
            continue
        fi
        # What a command prints does not count, only prose and commands.
        case $file in
            *.test) awk '/^\$ / { inside = 1; print; next } /^\? [0-9]+$/ { inside = 0; next } !inside { print }' "$root/tests/$file" ;;
            *) cat "$root/tests/$file" ;;
        esac >"$work/text"
        grep -qE "(^|[^A-Za-z0-9])$(echo "$id" | sed 's/\./\\./')([^0-9]|\$)" "$work/text" || fail "$id: does not stand in tests/$file"
    done
done <"$work/rows"

# The ids of a document follow each other.
awk -F'[|]' '{ gsub(/ /, "", $2); print $2 }' "$work/rows" >"$work/ids"
sort "$work/ids" | uniq -d | sed 's/$/: twice/' >"$work/wrong"
awk -F. '{ if ($2 != last[$1] + 1) print $0 ": does not follow " $1 "." last[$1] + 0; last[$1] = $2 }
    END { for (i = 1; i <= 18; ++i) if (!("D" i in last)) print "no rows of D" i }' "$work/ids" >>"$work/wrong"
[ ! -s "$work/wrong" ] || { cat "$work/wrong"; status=1; }

# Nothing cites a row that is not there.
grep -rhoE '(^|[^A-Za-z0-9])D[0-9]+\.[0-9]+' "$root/src" "$root/tests" "$root/man" --include='*.?pp' --include='*.test' --include='*.sh' \
    --include='*.[157]' --include='*.md' | grep -oE 'D[0-9]+\.[0-9]+' | sort -u >"$work/cited"
sort -u "$work/ids" | comm -13 - "$work/cited" >"$work/unknown"
[ -s "$work/cited" ] || fail 'nothing cites the catalogue'
[ ! -s "$work/unknown" ] || { sed 's/$/: cited, but no row of the catalogue/' "$work/unknown"; status=1; }
exit $status
