#!/bin/sh
# A team of any size for measuring: so many people, so many years up to the end of 2026, three records a person and working
# day. 100 people and 10 years are team M of the figures in README.md.
# usage: make_team.sh DIR PEOPLE YEARS [GROUPS]
set -eu
LC_ALL=C
export LC_ALL
[ $# -eq 3 ] || [ $# -eq 4 ] || { echo "usage: $0 DIR PEOPLE YEARS [GROUPS]" >&2; exit 2; }
dir=$1
people=$2
years=$3
groups=${4:-1}
mkdir -p "$dir/meetings"
cat >"$dir/teamctl.yaml" <<'END'
team: 测量队
language: zh
hours: ["08:30-12:00", "13:30-18:00"]
END
cat >"$dir/rules.yaml" <<'END'
deadlines:
  - {id: diary, record: diary, who: all, every: workday, by: "18:00", from: 2026-01-01, points: {first: -2, step: -2}, resets: month}
follow_up: {every_days: 3}
END
cat >"$dir/meetings/morning.yaml" <<'END'
name: 晨会
kind: standup
when: {every: workday, start: "09:00", minutes: 15}
attend: all
roles:
  host: {who: all, gap_days: 7}
agenda:
  - {item: 昨日, minutes: 5, by: host, show: yesterday}
  - {item: 今日, minutes: 5, by: host, show: today}
END
awk -v people="$people" -v groups="$groups" 'BEGIN {
    print "units:"
    if (groups == 1) print "  - {id: field, name: 外勤组, lead: p1}"
    else for (i = 1; i <= groups; ++i) printf "  - {id: g%d, name: 外勤%d组, lead: p%d}\n", i, i, i
    print "people:"
    for (i = 1; i <= people; ++i)
        printf "  - {id: p%d, name: 成员%d, unit: %s}\n", i, i, groups == 1 ? "field" : "g" ((i - 1) % groups + 1)
}' >"$dir/roster.yaml"
# The folders first: awk writes files only.
year=$((2026 - years + 1))
while [ "$year" -le 2026 ]; do
    for month in 01 02 03 04 05 06 07 08 09 10 11 12; do mkdir -p "$dir/log/$year-$month"; done
    year=$((year + 1))
done
awk -v people="$people" -v years="$years" -v dir="$dir" '
function write_day(date, file, n,    i, id, step) {
    for (i = 1; i <= people; ++i) {
        step = (n + i) % 4
        id = "p" i "-" int((n + i) / 4)
        printf "- diary: {who: p%d, at: \"17:%02d\", did: 走访客户整理资料, calls: %d, visits: %d}\n", i, (n * 7 + i) % 60, (n + i) % 9, i % 4 >file
        printf "- visit: {who: p%d, client: 客户单位%d, result: 同意再谈, out: \"14:00\", back: \"16:%02d\"}\n", i, (n * 13 + i) % 997, (n + i) % 60 >file
        if (step == 0 || (n < 4 && !(i in open)))
            printf "- customer: {id: c%s, name: 王先生%s, owner: p%d, at: \"10:05\"}\n", id, id, i >file
        else if (step == 1) printf "- contact: {who: p%d, customer: c%s, by: phone, note: 约好再谈}\n", i, id >file
        else if (step == 2) printf "- deal: {id: d%s, who: p%d, customer: c%s, amount: %d.00, paid: %d.00}\n", id, i, id, 1000 + n % 500, 1000 + n % 500 >file
        else printf "- customer_closed: {customer: c%s, outcome: won}\n", id >file
        if (step == 0 || n < 4) open[i] = 1
        if (step == 3 && n < 4) delete open[i]
    }
    close(file)
}
BEGIN {
    split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
    # The weekday of 1 January, Monday being 0: 2027-01-01 is a Friday.
    weekday = 4
    for (year = 2026; year > 2026 - years; --year) weekday = (weekday + 6 - (year % 4 == 0) + 7) % 7
    for (year = 2026 - years + 1; year <= 2026; ++year) {
        for (month = 1; month <= 12; ++month) {
            last = days[month] + (month == 2 && year % 4 == 0)
            for (day = 1; day <= last; ++day) {
                if (weekday < 5) {
                    date = sprintf("%d-%02d-%02d", year, month, day)
                    write_day(date, sprintf("%s/log/%d-%02d/%s.yaml", dir, year, month, date), n++)
                }
                weekday = (weekday + 1) % 7
            }
        }
    }
}'
