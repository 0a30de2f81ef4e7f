#!/bin/sh
# Every say("key") of the sources stands in a word list of lang/, and every key of the lists is used somewhere.
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
exit $status
