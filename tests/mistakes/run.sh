#!/bin/sh
# Every mistake of cases/ put into a small team, each alone and all at once: what `check` says of them.
#
#   tests/mistakes/run.sh [--record]
#
# A case is a piece of sh that runs in the team directory and spoils something; its first line says what. The golden
# files: alone.txt (each by itself), all.zh.txt and all.en.txt (one run over all of them). Whatever a case reports
# alone must be reported, at the same place, in the run over all.
here=$(cd "$(dirname "$0")" && pwd)
binary=${TEAMCTL:-$here/../../build/src/teamctl}
record=no
if [ "$1" = --record ]; then record=yes; fi
[ -x "$binary" ] || { echo "run.sh: no program at $binary" >&2; exit 2; }
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")

work=$(mktemp -d) || exit 2
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failed=0
passed=0

check() {
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 timeout 60 "$binary" -C "$1" check --full --today 2026-12-31 --lang "$2" 2>&1 < /dev/null
    echo "? $?"
}

spoil() {
    (cd "$1" && sh -e "$2") || { echo "run.sh: $(basename "$2") does not run" >&2; exit 2; }
}

compare() {
    if cmp -s "$here/$1" "$work/$1"; then
        passed=$((passed + 1))
    elif [ $record = yes ]; then
        cat "$work/$1" > "$here/$1"
        echo "recorded $1"
        passed=$((passed + 1))
    else
        diff -u --label "$1" --label now "$here/$1" "$work/$1"
        failed=$((failed + 1))
    fi
}

cp -R "$here/team" "$work/all"
: > "$work/alone.txt"
: > "$work/places"
for case in "$here"/cases/*.sh; do
    rm -rf "$work/team"
    cp -R "$here/team" "$work/team"
    spoil "$work/team" "$case"
    spoil "$work/all" "$case"
    check "$work/team" en > "$work/output"
    { echo "== $(basename "$case" .sh): $(sed -n '1s/^# *//p' "$case")"; cat "$work/output"; echo; } >> "$work/alone.txt"
    if grep -qE '^[^ ]+(:[0-9]+:[0-9]+)?: ' "$work/output"; then
        passed=$((passed + 1))
    else
        echo "$(basename "$case"): not reported"
        failed=$((failed + 1))
    fi
    grep -E '^[^ ]+(:[0-9]+:[0-9]+)?: ' "$work/output" >> "$work/places"
done
for language in zh en; do check "$work/all" $language > "$work/all.$language.txt"; done
while IFS= read -r line; do
    if grep -qxF -e "$line" "$work/all.en.txt"; then
        passed=$((passed + 1))
    else
        echo "not in the run over all: $line"
        failed=$((failed + 1))
    fi
done < "$work/places"
check "$here/team" en > "$work/output"
[ "$(cat "$work/output")" = '? 0' ] || { echo "the team without a mistake:"; cat "$work/output"; failed=$((failed + 1)); }
compare alone.txt
compare all.zh.txt
compare all.en.txt
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
