#!/bin/sh
# Golden transcripts of the real binary.
#
#   tests/cli/run.sh [--record] [FILE.test...]
#
# A file holds prose, commands, what they print (stdout and stderr as they come) and their exit code:
#
#   # The title                      prose stands anywhere between two commands
#   team: sales                      which of examples/ is copied to ./team; none where this line is missing
#   $ teamctl -C team check          a command of sh; lines that go on begin with `> `
#   what it prints
#   ? 0                              its exit code; `\` alone above it: the last line has no end
#
# Each file runs in an empty directory of its own, each command in a fresh shell there, with a fixed environment.
# What is by chance in an id that was made, its last three characters, stands as r01, r02, ... in the order in which they
# come; commands write it so, too.
# --record writes what is printed now into the files: review the diff. TEAMCTL names another binary.
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
binary=${TEAMCTL:-$source/build/src/teamctl}
record=no
if [ "$1" = --record ]; then record=yes; shift; fi
[ -x "$binary" ] || { echo "run.sh: no program at $binary" >&2; exit 2; }
[ $# -gt 0 ] || set -- "$here"/*.test

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/bin"
ln -s "$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")" "$work/bin/teamctl"

# Runs the commands of file $1 in directory $2; writes the transcript to stdout.
transcribe() {
    command=
    state=prose
    while IFS= read -r line || [ -n "$line" ]; do
        case $state:$line in
            command:'> '*) command=$command'
'${line#> }; printf "%s\n" "$line"; continue ;;
            command:*) execute "$command" "$2"; state=output ;;
        esac
        case $state:$line in
            output:'? '*) state=prose ;;
            [op]*:'$ '*) command=${line#\$ }; state=command; printf "%s\n" "$line" ;;
            output:*) ;;
            prose:'team: '*) cp -R "$source/examples/${line#team: }" "$2/team"; printf "%s\n" "$line" ;;
            prose:*) printf "%s\n" "$line" ;;
        esac
    done < "$1"
    if [ $state = command ]; then execute "$command" "$2"; fi
}

# Adds the ids that were made to the list of those that are known, as sed commands both ways.
learn_ids() {
    grep -oE '\b[cdtpas][0-9]{6}-([[:alnum:]_.]+-)?[2-9a-qs-z]{3}\b' "$work/output" |
        grep -E -- '-[^-]*[0-9][^-]*$' | grep -E -- '-[^-]*[a-z][^-]*$' | while IFS= read -r id; do
        grep -qF "s/$id/" "$work/ids" && continue
        stem=${id%-*}
        number=$(($(grep -c "^s/$stem-[^-]*/" "$work/ids") + 1))
        made=$stem-$(printf 'r%02d' "$number")
        echo "s/$id/$made/g" >> "$work/ids"
        echo "s/$made/$id/g" >> "$work/ids.back"
    done
}

execute() {
    set -- "$(printf '%s\n' "$1" | sed -f "$work/ids.back")" "$2"
    (cd "$2" && env -i PATH="$work/bin:/usr/bin:/bin" HOME="$2" TZ=UTC LC_ALL=C.UTF-8 COLUMNS=80 \
        sh -c "$1" > "$work/output" 2>&1 < /dev/null)
    code=$?
    learn_ids
    sed -f "$work/ids" "$work/output" > "$work/shown"
    cat "$work/shown"
    # A last line without an end is marked, so that the transcript stays one of lines.
    if [ -s "$work/output" ] && [ -n "$(tail -c 1 "$work/output")" ]; then printf '\n\\\n'; fi
    echo "? $code"
}

passed=0
failed=0
for file; do
    rm -rf "$work/at"
    mkdir "$work/at"
    : > "$work/ids"
    : > "$work/ids.back"
    transcribe "$file" "$work/at" > "$work/transcript"
    if cmp -s "$file" "$work/transcript"; then
        passed=$((passed + 1))
    elif [ $record = yes ]; then
        cat "$work/transcript" > "$file"
        echo "recorded $(basename "$file")"
        passed=$((passed + 1))
    else
        diff -u --label "$(basename "$file")" --label "now" "$file" "$work/transcript"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
