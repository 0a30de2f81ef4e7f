#!/bin/sh
# The manual tells every command, argument, option, format, file key, record field, choice, metric and code of a problem
# of the sources, and none that is not there.
# usage: manual_keys.sh SOURCE_DIR MAN_DIR
set -eu
LC_ALL=C
export LC_ALL
src=$1
man=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

report() {
    [ -s "$2" ] || return 0
    echo "$1:"
    sed 's/^/  /' "$2"
    status=1
}
# compare WHAT SAID MANUAL: two lists that should be the same
compare() {
    sort -u "$2" >"$2.sorted"
    sort -u "$3" >"$3.sorted"
    [ -s "$2.sorted" ] || { echo "$1: nothing found in the sources"; status=1; }
    comm -23 "$2.sorted" "$3.sorted" >"$work/missing"
    comm -13 "$2.sorted" "$3.sorted" >"$work/surplus"
    report "$1 of the sources that the manual does not tell" "$work/missing"
    report "$1 of the manual that the sources do not have" "$work/surplus"
}

# Keys of files: "Person name required". A row may be broken over lines, so that the text is taken as one line and then
# broken before each table and each row.
cat "$src"/team/*.cpp "$src"/team/schema/*.cpp | sed 's|^ *//.*||' | tr '\n' ' ' |
    sed 's/struct Schema</\
TABLE /g; s/[a-z_]*row("/\
ROW "/g; s/[a-z_]*row( *"/\
ROW "/g; s/made.spec = { *"/\
SPEC "/g; s/points_row(&/\
POINTS /g' |
    awk '
        $1 == "TABLE" { table = $2; sub(/>.*/, "", table) }
        $1 == "ROW" {
            split($0, part, "\"")
            need = match($0, /Need::[a-z]+/) ? substr($0, RSTART, RLENGTH) : ""
            print table, part[2] (need == "Need::required" ? " required" : "")
        }
        $1 == "SPEC" { split($0, part, "\""); print table, part[2] ($0 ~ /^SPEC "[a-z_]*", *true/ ? " required" : "") }
        $1 == "POINTS" { print table, "points" }' >"$work/keys"
awk '
    /^\.\\" table / { table = $3; next }
    /^\.\\" / { table = ""; next }
    /^\.S[hs] / { table = "" }
    table != "" && /^\.It Cm / { print table, $3 ($0 ~ /Pq required/ ? " required" : "") }' "$man/teamctl-files.5" >"$work/keys.manual"
compare 'Keys' "$work/keys" "$work/keys.manual"

# Fields of records: "praise for*".
sed 's|^ *//.*||' "$src/team/record_specs.cpp" | tr '\n' ' ' |
    sed 's/{\.name = "/\
KIND "/g' |
    awk '$1 == "KIND" { split($0, part, "\""); kind = part[2]
        text = $0
        sub(/\.(subject|words) = .*/, "", text)
        print kind, "at"
        while (match(text, /(must|may|refer)\( *"[a-z_]+"|own_id\(|[ {]who\(|[ ,{]by\(|[ ,{]note\(|[ ,{]second\(|\{"[a-z_]+", T::entity, (true|false)/)) {
            field = substr(text, RSTART, RLENGTH)
            text = substr(text, RSTART + RLENGTH)
            star = ""
            if (field ~ /^refer/) { star = text ~ /^, K::[a-z]+, true/ ? "*" : "" }
            else if (field ~ /^must|own_id|who\(|true$/) star = "*"
            if (field ~ /own_id/) name = "id"
            else if (field ~ /who\(/) name = "who"
            else if (field ~ /by\(/) name = "by"
            else if (field ~ /note\(/) name = "note"
            else if (field ~ /second\(/) name = "second_by"
            else { split(field, part, "\""); name = part[2] }
            print kind, name star
        } }' >"$work/records"
awk '
    /^\.\\" record / { kind = $3; next }
    kind != "" && /^\.It Ic / { if ($3 != kind) print "not", "named" }
    kind != "" && /^\.br/ { kind = "" }
    kind != "" && /^\.Cm / { for (i = 2; i <= NF; ++i) print kind, $i }' "$man/teamctl-files.5" >"$work/records.manual"
compare 'Record fields' "$work/records" "$work/records.manual"

# Words that a key takes.
cat "$src"/team/*.cpp "$src"/team/schema/*.cpp "$src"/team/choices.hpp | tr '\n' ' ' | sed 's/struct Choices</\
CHOICES /g' | grep '^CHOICES' | sed 's/};.*//' | grep -oE '\{ *"[a-z_]+"' | grep -oE '[a-z_]+' | sort -u >"$work/choices"
grep -oE '[a-z_]+' "$man/teamctl-files.5" | sort -u >"$work/words"
comm -23 "$work/choices" "$work/words" >"$work/missing"
report 'Words of the sources that teamctl-files.5 does not tell' "$work/missing"

# Commands with their options and formats.
: >"$work/options"
: >"$work/options.manual"
options() {
    # An option that several commands share is a row of its own.
    sed 's/teams_option/{"teams", "DIRS", "/' | tr '\n' ' ' | grep -oE '\{ *"[a-z-]+", *"[A-Z=]*", *"' | sed "s/[^\"]*\"\([a-z-]*\)\".*/$1 --\1/"
}
told() {
    sed -n 's/^\.It.*Fl Fl \([a-z-]*\).*/'"$1"' --\1/p' "$2"
}
sed -n '/common_options()/,/^}/p' "$src/cli/line/commands.cpp" | options teamctl >>"$work/options"
told teamctl "$man/teamctl.1" >>"$work/options.manual"
for file in "$src"/cli/*.cpp "$src"/cli/*/*.cpp; do
    sed -n '/^CommandSpec .*_command() {/,/^}/p' "$file" >"$work/spec"
    command=$(sed -n 's/.*return {"\([a-z-]*\)",.*/\1/p' "$work/spec")
    [ -n "$command" ] || continue
    page="$man/teamctl-$command.1"
    if [ ! -f "$page" ]; then
        echo "no page for the command $command"
        status=1
        continue
    fi
    echo "$command command" >>"$work/options"
    sed -n "s/^\.Xr teamctl-$command 1.*/$command command/p" "$man/teamctl.1" >>"$work/options.manual"
    options "$command" <"$work/spec" >>"$work/options" || true
    told "$command" "$page" >>"$work/options.manual"
    formats=$(grep -oE 'Format::[a-z]+' "$work/spec" | sed 's/Format:://' | tr '\n' ',' | sed 's/,$//; s/,/, /g')
    if [ -n "$formats" ] && ! grep -q "^Formats: text, $formats\.\$" "$page"; then
        echo "$page: does not say 'Formats: text, $formats.'"
        status=1
    fi
    grep -oE '\{"[A-Z|=]+", (true|false)' "$work/spec" | grep -oE '[A-Z]+' | while read -r word; do
        grep -qw "$word" "$page" || echo "$page: does not tell the argument $word"
    done >"$work/missing"
    report 'Arguments' "$work/missing"
done
compare 'Commands and options' "$work/options" "$work/options.manual"

# Metrics.
grep -oE '^ *\{"[a-z_]+", Measure::' "$src/rules/figures/metrics.cpp" | grep -oE '"[a-z_]+"' | tr -d '"' >"$work/metrics"
sed -n 's/^\.It Cm \([a-z_]*\)$/\1/p' "$man/teamctl-rules.7" >"$work/metrics.manual"
compare 'Metrics' "$work/metrics" "$work/metrics.manual"

# Codes of problems; and each is some problem's.
sed -n '/problem_codes\[\]/,/^};/p' "$src/base/code.hpp" | grep -oE '"[a-z0-9-]+"' | tr -d '"' >"$work/codes"
sed -n '/^\.Sh PROBLEMS/,/^\.Sh OPTIONS\|^\.Sh EXIT/p' "$man/teamctl-check.1" | sed -n 's/^\.It Li //p' >"$work/codes.manual"
compare 'Codes of problems' "$work/codes" "$work/codes.manual"
while read -r code; do
    grep -rq "\"$code\"" "$src" --include='*.?pp' --exclude=code.hpp || echo "$code"
done <"$work/codes" >"$work/unused"
report 'Codes that are no problem'"'"'s' "$work/unused"
exit $status
