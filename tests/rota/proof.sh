#!/bin/sh
# What `schedule --proof` writes is checked by a program that shares nothing with it; a proof with a mistake is refused.
# TEAMCTL names the program.
here=$(cd "$(dirname "$0")" && pwd)
python3 -c 'import yaml' 2>/dev/null || { echo "no PyYAML: skipped"; exit 77; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
bad=0

# team NAME ROLES-OF-DAY ROLES-OF-NIGHT
team() {
    mkdir -p "$1/rotas" "$1/leave"
    printf 'team: %s\nlanguage: en\ntimezone: Europe/London\n' "$1" > "$1/teamctl.yaml"
    cat > "$1/roster.yaml" <<'END'
people:
  - {id: ada, name: Ada, skills: [a]}
  - {id: bob, name: Bob, skills: [b], works: [mon, tue, wed, thu]}
  - {id: cyd, name: Cyd, skills: [a, b], share: 0.5}
  - {id: dan, name: Dan, skills: [a, b]}
  - {id: eva, name: Eva, skills: [a, b], joined: 2026-12-03}
END
    printf 'name: Day\nwhen: {every: workday, start: "08:00", minutes: 600}\nroles:\n%s\n' "$2" > "$1/rotas/day.yaml"
    [ -z "$3" ] || printf 'name: Night\nwhen: {every: day, start: "20:00", minutes: 780}\nroles:\n%s\n' "$3" > "$1/rotas/night.yaml"
    printf -- '- {who: ada, from: 2026-12-08, to: 2026-12-09, kind: annual}\n- {who: dan, from: 2026-12-03, kind: business}\n' > "$1/leave/2026.yaml"
}

# expect CODE WHAT COMMAND...
expect() {
    code=$1 what=$2; shift 2
    "$@" > out 2>&1
    [ $? -eq "$code" ] && return
    echo "$what: not exit code $code:"; cat out; bad=1
}

team easy '  duty: {who: all}' ''
team hole '  duty: {who: {skill: a}, count: 2, gap_days: 3}' ''
team hard '  host: {who: all, gap_days: 2, fair: g}
  desk: {who: {skill: b}, max_per_week: 2, count: 2, fair: g, apart: [[bob, cyd]]}' '  duty: {who: {skill: a}, gap_days: 3, max_per_week: 2, fair: n}'
for name in easy hole hard; do
    "$TEAMCTL" -C $name schedule 2026-12-01..2026-12-13 --today 2026-11-30 --proof $name.txt > plan 2>&1
    [ -s $name.txt ] || { echo "$name: no proof"; cat plan; exit 1; }
    expect 0 "$name" python3 "$here/proof_check.py" $name $name.txt
    grep -q 'taken for granted' out && { echo "$name: not all rows follow from the files"; cat out; bad=1; }
    grep -q unfinished $name.txt && { echo "$name: unfinished"; bad=1; }
done

# Mistakes: a value that is better than it can be, a branch left out, a row that asks too much, a due that is another,
# somebody who is on leave.
awk '/^goal uncovered/ { $4 += 1 } { print }' hole.txt > wrong.txt
expect 1 'a better value' python3 "$here/proof_check.py" hole wrong.txt
awk '/^goal uncovered/ { here = 1 } here && /^leaf/ && / : / { here = 0; next } { print }' hard.txt > wrong.txt
expect 1 'a branch left out' python3 "$here/proof_check.py" hard wrong.txt
awk '/^row [0-9]+ limit/ && !done { $5 -= 1; done = 1 } { print }' hard.txt > wrong.txt
expect 1 'a row too strict' python3 "$here/proof_check.py" hard wrong.txt
awk '/^due/ && !done { $6 = "7/3"; done = 1 } { print }' easy.txt > wrong.txt
expect 1 'another due' python3 "$here/proof_check.py" easy wrong.txt
sed -i 's/12-08/12-07/' hole/leave/2026.yaml
expect 1 'another leave' python3 "$here/proof_check.py" hole hole.txt
exit $bad
