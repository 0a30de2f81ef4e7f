#!/bin/sh
# Control characters, bidi overrides and ANSI sequences in names and notes: check refuses each with its place, and no
# error message, excerpt or format ever hands one to the terminal.
. "$(dirname "$0")/common.sh"
cp -R "$source/examples/minimal-en" original
log=team/log/2026-11/2026-11-30.yaml

# Bytes that no output may hold: C0 but tab and line feed, DEL, C1, and what turns or hides text.
nothing_harmful() {
    tried=$((tried + 1))
    if LC_ALL=C grep -aPq '[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae\x8e\x8f]|\xe2\x81[\xa6-\xa9]' "$2"; then
        complain "$1: a harmful character comes out"
        LC_ALL=C grep -aP '[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2' "$2" | head -n 2 | cat -v
    fi
}
echo 'a' | grep -Pq a 2>/dev/null || skip 'grep knows no -P here'

# In octal: ESC [ 31 m, BEL, backspace, DEL, C1 CSI, right-to-left override, isolate, mark, zero width space, line separator.
for bytes in '\033[31m' '\007' '\010' '\177' '\302\233' '\342\200\256' '\342\201\246' '\342\200\217' '\342\200\250'; do
    rm -rf team
    cp -R original team
    mkdir -p team/log/2026-11
    # shellcheck disable=SC2059  # the bytes are written in octal
    printf -- "- note: {text: \"good${bytes}evil\"}\n" > $log
    expect 1 '^log/2026-11/2026-11-30.yaml:1:21: error' teamctl -C team check --color never || echo "    ($bytes raw)"
    nothing_harmful "$bytes raw, text" output
    teamctl -C team check --format json > output 2>&1
    nothing_harmful "$bytes raw, json" output
    teamctl -C team summary > output 2>&1
    nothing_harmful "$bytes raw, summary" output
done

# The same, as a YAML escape, which the parser would turn into the character.
# shellcheck disable=SC1003
for escape in '\e[31m' '\a' '\b' '\x7f' '\x9b' '\u202e' '\u2066' '\u200f' '\L'; do
    for place in note name; do
        rm -rf team
        cp -R original team
        mkdir -p team/log/2026-11
        if [ $place = note ]; then
            printf '%s\n' "- note: {text: \"good${escape}evil\"}" > $log
            wanted=$log
        else
            printf '%s\n' "  - {id: mallory, name: \"good${escape}evil\"}" >> team/roster.yaml
            wanted=team/roster.yaml
        fi
        expect 1 "^${wanted#team/}:[0-9]*:[0-9]*: error" teamctl -C team check --color never || echo "    ($escape)"
        nothing_harmful "$escape, $place" output
    done
done

# On the command line: in names of files, ids, values and options.
rm -rf team
cp -R original team
evil=$(printf 'x\033[31m\342\200\256y')
for words in "log|note|text=$evil" "log|$evil|text=a" "person|$evil" "summary|$evil" "checklist|$evil" "next|$evil" "-C|$evil|check" \
    "--$evil" "$evil" "check|$evil" "agenda|-o|/dev/null/$evil" "records|--where|text=$evil" "import|attendance|$evil" "--today|$evil|agenda" \
    "--lang|$evil|agenda" "-f|$evil|agenda" "init|--template|$evil"; do
    (IFS='|'; cd team && teamctl $words) > output 2>&1
    code=$?
    nothing_harmful "teamctl $words" output
    [ $code -ne 0 ] || case $words in records*) ;; *) complain "teamctl $words: exit 0" ;; esac
done
tried=$((tried + 1))
[ ! -e $log ] || complain 'a harmful note was written'

# Bytes that are no UTF-8 are refused as they come, not written as something else.
invalid=$(printf 'a\277b')
expect 2 'UTF-8' teamctl -C team log note "text=$invalid"
expect 2 'UTF-8' teamctl -C team log note "$invalid"
expect 2 'UTF-8' teamctl -C team log praise who=ann "for=$invalid"
tried=$((tried + 1))
[ ! -e $log ] || complain 'a note that is no UTF-8 was written'

# What every format makes of text that is legal and means something there.
printf '%s\n' '- note: {text: "<script>alert(1)</script> =1+1 | [x](javascript:1) & \"q\""}' > note
mkdir -p team/log/2026-11
cp note $log
expect_silence 0 teamctl -C team check
teamctl -C team records note -f html > output
tried=$((tried + 1))
if grep -q '<script>alert' output || ! grep -q '&lt;script&gt;alert' output; then complain 'html: a script comes out'; fi
printf '%s\n' '- note: {text: "=1+1"}' '- note: {text: "-2+3"}' '- note: {text: "@SUM(A1)"}' '- note: {text: "+4"}' > $log
teamctl -C team records note -f csv > output
tried=$((tried + 1))
if grep -Eq '(^|,)"?[=+@-]' output; then complain 'csv: a formula comes out'; cat output; fi
finish
