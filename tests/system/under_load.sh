#!/bin/sh
# A rota that takes some search is the same bytes in every run, also beside eight busy processes: what ends a search is
# its work, not the clock. UNDER_LOAD=10 runs it ten times; three without it.
. "$(dirname "$0")/common.sh"
runs=${UNDER_LOAD:-3}
mkdir -p hard/rotas hard/leave
printf 'team: Hard\nlanguage: en\ntimezone: Asia/Shanghai\n' > hard/teamctl.yaml
cat > hard/roster.yaml <<'END'
people:
  - {id: ada, name: Ada, skills: [b]}
  - {id: bob, name: Bob, skills: [a]}
  - {id: cyd, name: Cyd, skills: [a, b]}
  - {id: dan, name: Dan, skills: [a, b]}
END
cat > hard/rotas/day.yaml <<'END'
name: Day
when: {every: workday}
roles:
  lead: {who: all, gap_days: 3}
  desk: {who: all, count: 2, gap_days: 2, fair: desk, apart: [[ada, bob]]}
END
cat > hard/rotas/night.yaml <<'END'
name: Night
when: {every: day, start: "22:30", minutes: 570}
roles:
  first: {who: all, max_per_week: 3}
  second: {who: {skill: a}, gap_days: 4, max_per_week: 1}
END
echo '- {who: ada, from: 2026-12-04, to: 2026-12-09, kind: business}' > hard/leave/2026.yaml

plan() {
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC "$binary" -C hard schedule 2026-12-01..2026-12-14 \
        --today 2026-11-30 -f json > "$1" 2>&1
}

plan wanted
grep -q '"coverage"' wanted || complain 'no plan'
busy=
while [ "$(echo "$busy" | wc -w)" -lt 8 ]; do
    nice -n 19 sh -c 'while :; do :; done' &
    busy="$busy $!"
done
# shellcheck disable=SC2064,SC2086  # the processes as they are now, a list of words
trap "kill $busy 2>/dev/null; clean" EXIT
run=0
while [ $run -lt "$runs" ]; do
    run=$((run + 1))
    tried=$((tried + 1))
    plan got
    cmp -s wanted got || { complain "run $run"; diff wanted got | head -n 6; }
done
finish
