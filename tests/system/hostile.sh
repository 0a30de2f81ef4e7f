#!/bin/sh
# Hostile files: an error with file, line and column where there is one to name, within 2 GB and 10 seconds; never a
# crash. What only looks odd (CRLF, a byte order mark, ten thousand people) is fine.
. "$(dirname "$0")/common.sh"
# shellcheck disable=SC3045  # where the shell cannot limit memory, nothing is known
(ulimit -v 2000000) 2>/dev/null || skip 'memory cannot be limited here'
limited() { (ulimit -v 2000000; teamctl "$@"); }
cp -R "$source/examples/minimal-en" original
log=team/log/2026-11/2026-11-30.yaml
again() { rm -rf team; cp -R original team; mkdir -p team/log/2026-11; }
repeat() { awk -v text="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'; }

# bad NAME PLACE: the file at $log is refused at that place; other commands refuse the team with the same place.
bad() {
    expect 1 "^log/2026-11/2026-11-30.yaml$2: error: " limited -C team check || echo "    ($1)"
    expect 3 "^log/2026-11/2026-11-30.yaml$2: error: " limited -C team summary || echo "    ($1)"
    cp $log before
    expect 3 '' limited -C team log note text=no
    tried=$((tried + 1))
    cmp -s before $log || complain "$1: a file that does not parse was written to"
}
fine() { expect_silence 0 limited -C team check || echo "    ($1)"; }

again; { printf -- '- note: {text: "'; head -c 100000000 /dev/zero | tr '\0' x; echo '"}'; } > $log; bad 'a line of 100 MB' ''
again; { printf -- '- note: {text: '; repeat '[' 100000; echo '}'; } > $log; bad 'deep nesting' ':1:[0-9]*'
again; repeat '- ' 100000 > $log; bad 'deep nesting in blocks' ':1:[0-9]*'
again; repeat '{a: ' 100000 > $log; bad 'deep mappings' ':1:[0-9]*'
again
{
    echo 'a: &a [x, x, x, x, x, x, x, x, x]'
    for level in b c d e f g h i j; do
        echo "$level: &$level [*a, *a, *a, *a, *a, *a, *a, *a, *a]"
    done
} > $log
bad 'an alias bomb' ':1:4'
again; printf -- '- note: {text: a}\n- note: {text: b\0c}\n' > $log; bad NUL ':2:17'
again; printf '\0\0\0\0' > $log; bad 'only NUL' ':1:1'
again; printf '\377\376-\0 \0n\0' > $log; bad UTF-16 ':1:1'
again; printf '\376\377\0-\0 \0n' > $log; bad 'UTF-16, big end first' ':1:1'
again; printf -- '- note: {text: a}\n- note:\n\ttext: b\n' > $log; bad 'a tab for indentation' ':3:1'
again; printf -- '- note: {text: a}\r- note: {text: b}\r' > $log; bad 'lone CR' ':1:[0-9]*'
again; printf -- '- note: {text: a\277b}\n' > $log; bad 'invalid UTF-8' ':1:17'
again; printf -- '- note: {text: "a\355\240\200"}\n' > $log; bad 'a surrogate' ':1:[0-9]*'
again; printf -- '- note: {text: "a\300\200"}\n' > $log; bad 'a long form of NUL' ':1:[0-9]*'
again; printf -- '- note: {text: "never closed}\n- note: {text: b}\n' > $log; bad 'a quote never closed' ':1:16'
again; printf -- '- note: {text: a, text: b}\n' > $log; bad 'a key twice' ':1:19'
again; printf -- '- note: {text: a}\n---\n- note: {text: b}\n' > $log; bad 'a second document' ':2:1'
again; printf -- '- note: {text: !!python/object:os.system a}\n' > $log; bad 'a tag' ':1:[0-9]*'
again; printf -- '- note: {<<: {text: a}}\n' > $log; bad 'a merge key' ':1:[0-9]*'
again; head -c 65536 "$binary" > $log; bad 'a program' ':1:[0-9]*'
again; repeat '- note: {txt: a}
' 10000 > $log; bad '10,000 mistakes' ':1:[0-9]*'
again; { printf -- '- note: {'; awk 'BEGIN { for (i = 0; i < 10000; i++) printf "key%d: 1, ", i }'; echo 'text: a}'; } > $log
bad '10,000 keys' ':1:[0-9]*'

again; printf '\357\273\277- note: {text: a}\r\n- note: {text: b}\r\n' > $log; fine 'CRLF and a byte order mark'
again; : > $log; fine 'an empty file'
again; printf '# only a remark' > $log; fine 'a remark alone'
again
{
    echo 'people:'
    awk 'BEGIN { for (i = 0; i < 10000; i++) printf "  - {id: p%d, name: 人%d, skills: [host]}\n", i, i }'
} > team/roster.yaml
fine '10,000 people'

# The settings, which are read first, and a file that is named on the command line.
again; printf 'team: a\277\n' > team/teamctl.yaml; expect 1 '^teamctl.yaml:1:8: error' limited -C team check
again; head -c 100000000 /dev/zero | tr '\0' x > team/teamctl.yaml; expect 1 '^teamctl.yaml: error' limited -C team check
finish
