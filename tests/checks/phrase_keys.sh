#!/bin/sh
# Every say("key") of the sources stands in a word list of lang/, and every key of the lists is used somewhere.
# Whoever says a phrase gives the values that it has places for, neither more nor fewer.
# Keys made at run time are announced beside the code that makes them: `// phrase keys: metric.*`
# usage: phrase_keys.sh SOURCE_DIR
set -eu
LC_ALL=C
export LC_ALL
src=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat "$src"/lang/words_*.cpp | tr '\n' ' ' | grep -oE '\{ *"[a-z0-9_.-]+",' | grep -oE '"[^"]+"' | sort >"$work/lists"
find "$src" \( -name '*.cpp' -o -name '*.hpp' \) ! -path "$src/lang/words_*" -exec cat {} + >"$work/text"
sed 's|^ *//.*||; s|  //.*||' "$work/text" | tr '\n' ' ' >"$work/code"
grep -oE '\<say\( *"[^"]*" *[,)]' "$work/code" | grep -oE '"[^"]+"' | sort -u >"$work/said" || true
grep -oE '"[a-z0-9_.-]+"' "$work/code" | sort -u >"$work/named" || true
grep -oE '// phrase keys: [a-z0-9_.-]+\*' "$work/text" | sed 's/.*: /^"/; s/\.\*$/\\./; s/\*$//' >"$work/made" || true

uniq -d "$work/lists" >"$work/twice"
uniq "$work/lists" | comm -13 - "$work/said" >"$work/missing"
uniq "$work/lists" | comm -23 - "$work/named" >"$work/unnamed"
if [ -s "$work/made" ]; then
    grep -v -f "$work/made" "$work/unnamed" >"$work/unused" || true
else
    cp "$work/unnamed" "$work/unused"
fi

# Each key with the number of values that the code gives it, and with the number its words have places for.
awk '{
    text = $0
    while (match(text, /[^a-zA-Z_]say\( *"[^"]*"/)) {
        key = substr(text, RSTART, RLENGTH)
        sub(/^[^"]*"/, "", key)
        sub(/".*/, "", key)
        text = substr(text, RSTART + RLENGTH)
        depth = 1
        values = quoted = 0
        for (i = 1; i <= length(text) && depth > 0; ++i) {
            c = substr(text, i, 1)
            if (quoted && c == "\\") ++i
            else if (c == "\"") quoted = !quoted
            else if (quoted) continue
            else if (c ~ /[({[]/) ++depth
            else if (c ~ /[)}\]]/) --depth
            else if (c == "," && depth == 1) ++values
        }
        print key, values
    }
}' "$work/code" | sort -u >"$work/given"
cat "$src"/lang/words_*.cpp | tr '\n' ' ' | awk '{
    text = $0
    while (match(text, /\{ *"[a-z0-9_.-]+", *("([^"\\]|\\.)*"[ ,]*)+\}/)) {
        word = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        key = word
        sub(/^\{ *"/, "", key)
        sub(/".*/, "", key)
        places = 0
        while (match(word, /\{[0-9]/)) {
            place = substr(word, RSTART + 1, 1) + 1
            if (place > places) places = place
            word = substr(word, RSTART + 2)
        }
        print key, places
    }
}' | sort >"$work/places"
join "$work/places" "$work/given" | awk '$2 != $3 { print $1 ": " $2 " places, " $3 " values" }' >"$work/uneven"
[ "$(wc -l <"$work/places")" -eq "$(wc -l <"$work/lists")" ] || echo 'words that this check cannot read' >>"$work/uneven"

status=0
report() {
    [ -s "$2" ] || return 0
    echo "$1:"
    sed 's/^/  /' "$2"
    status=1
}
report 'said, but in no word list' "$work/missing"
report 'in a word list, but used nowhere' "$work/unused"
report 'in the word lists twice' "$work/twice"
report 'values and places differ' "$work/uneven"
exit $status
