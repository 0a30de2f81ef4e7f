#!/bin/sh
# The map, src/README.md, is that of the tree: its rooms are all there are, may include what arrows.sh lets them, its
# libraries are known where it says; the files it names are there. And no comment cites a page or a section that is not.
# usage: map.sh SOURCE_DIR
set -eu
LC_ALL=C
export LC_ALL
root=$1
map=$root/src/README.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

report() {
    [ -s "$2" ] || return 0
    echo "$1:"
    sed 's/^/  /' "$2"
    status=1
}
# differ WHAT MAP TREE: two lists that should be the same
differ() {
    sort -u "$2" >"$2.sorted"
    sort -u "$3" >"$3.sorted"
    comm -23 "$2.sorted" "$3.sorted" >"$work/surplus"
    comm -13 "$2.sorted" "$3.sorted" >"$work/missing"
    report "$1 of the map that are not in the tree" "$work/surplus"
    report "$1 of the tree that the map does not have" "$work/missing"
}
section() {
    sed -n "/^## $1\$/,/^## /p" "$map"
}

# Rooms, and what each may include.
section Rooms | sed '/^Libraries/,$d' | grep -oE '`([a-z]+/)+`' | tr -d '`' | sed 's|/$||' >"$work/rooms"
(cd "$root/src" && find . -mindepth 1 -type d) | sed 's|^\./||' >"$work/rooms.tree"
differ Rooms "$work/rooms" "$work/rooms.tree"
section Rooms | sed -nE 's/^\| `([a-z\/]+)\/` \|[^|]*\| *([^|]*[^| ])? *\|$/\1 \2/p' | sed 's/ *$//' >"$work/may"
sed -n 's/^allow //p' "$root/tests/checks/arrows.sh" >"$work/may.tree"
differ 'Arrows' "$work/may" "$work/may.tree"

# Libraries: the header, and the folders or files that include it.
section Rooms | sed '1,/^| header/d' | sed -nE 's/^\| `([^`]+)` \| (.*) \|$/\1 \2/p' | tr -d '`' >"$work/libraries"
[ -s "$work/libraries" ] || { echo 'no libraries on the map'; status=1; }
while read -r header places; do
    (cd "$root/src" && grep -rlE "^#include <$header" .) | sed 's|^\./||' >"$work/found" || true
    for place in $places; do
        grep -q "^$place" "$work/found" || { echo "<$header> is not known in $place"; status=1; }
        grep -v "^$place" "$work/found" >"$work/rest" || true
        mv "$work/rest" "$work/found"
    done
    report "<$header> is known elsewhere" "$work/found"
done <"$work/libraries"

# No library beside those, fmt and the system.
(cd "$root/src" && grep -rhoE '^#include <[^>]+>' .) | sed 's/^#include <//; s/>$//' | grep -E '[/.]' |
    grep -vE '^(fmt/|sys/|(dirent|fcntl|glob|langinfo|locale|poll|signal|spawn|termios|time|unistd)\.h$)' | sort -u >"$work/headers"
while read -r header places; do
    grep -v "^$header" "$work/headers" >"$work/rest" || true
    mv "$work/rest" "$work/headers"
done <"$work/libraries"
report 'Libraries that the map does not have' "$work/headers"

# The files that the map names, below src/ or the root; NAME stands for any.
grep -oE '`[^` ]+`' "$map" | tr -d '`' | grep -E '/|\.(cpp|hpp|sh|md)$' | grep -v 'NAME\|^[A-Z-]' | sort -u |
    while read -r file; do
        [ -e "$root/src/$file" ] || [ -e "$root/$file" ] || [ "${file#<}" != "$file" ] ||
            grep -qE "^$file " "$work/libraries" || echo "$file"
    done >"$work/missing"
report 'Named on the map, and not there' "$work/missing"

# Pages and their sections that anything cites.
cited() {
    (cd "$root" && grep -rnoE "$1" src tests man contrib cmake README.md CMakeLists.txt --include='*.?pp' --include='*.sh' \
        --include='*.test' --include='*.py' --include='*.md' --include='*.txt' --include='*.cmake' --include='*.[157]')
}
cited '\bteamctl(-[a-z-]+)?\([157]\)(, [A-Z][A-Z ]*[A-Z]\b)?' | while IFS= read -r line; do
    what=${line#*:*:}
    page=$(echo "$what" | sed 's/(\([157]\)).*/.\1/')
    heading=$(echo "$what" | sed -n 's/^[^,]*, //p')
    if [ ! -f "$root/man/$page" ]; then
        echo "$line: no such page"
    elif [ -n "$heading" ] && ! grep -q "^\.Sh $heading" "$root/man/$page"; then
        echo "$line: no such section"
    fi
done >"$work/missing"
report 'Pages of the manual' "$work/missing"
# Pages of text: beside the file, below src/ or tests/, or below the root. Of transcripts only what stands in brackets:
# commands and what they print name the files of teams.
{
    (cd "$root" && grep -rnE '\.md\b' src tests man contrib cmake README.md CMakeLists.txt --include='*.?pp' --include='*.sh' \
        --include='*.py' --include='*.md' --include='*.txt' --include='*.cmake' --include='*.[157]')
    (cd "$root" && grep -rnE '\([a-z_/-]*\.md\b' tests --include='*.test' || true)
} | while IFS= read -r line; do
    file=${line%%:*}
    for page in $(echo "${line#*:*:}" | grep -oE '[$<*]?[A-Za-z_/-]*[A-Za-z]\.md\b' | grep -v '^[$<*]'); do
        for place in "$(dirname "$file")" src tests .; do
            [ ! -f "$root/$place/$page" ] || continue 2
        done
        echo "$line: no page $page"
    done
    heading=$(echo "${line#*:*:}" | sed -n 's/.*src\/README\.md, \([A-Z][a-z]*\).*/\1/p')
    [ -z "$heading" ] || grep -q "^## $heading" "$map" || echo "$line: no such section"
done >"$work/missing"
report 'Pages of the tree' "$work/missing"
exit $status
