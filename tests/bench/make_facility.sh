#!/bin/sh
# The year of a building for measuring: 12 systems, each with a daily checklist over four of its machines, 400 assets, meters
# read every day, three tickets a day, 15 people; 2026 whole.
# usage: make_facility.sh DIR
set -eu
LC_ALL=C
export LC_ALL
[ $# -eq 1 ] || { echo "usage: $0 DIR" >&2; exit 2; }
dir=$1
mkdir -p "$dir/checklists" "$dir/assets"
for month in 01 02 03 04 05 06 07 08 09 10 11 12; do mkdir -p "$dir/log/2026-$month"; done
cat >"$dir/teamctl.yaml" <<'END'
team: 测量大厦
language: zh
hours: ["08:30-12:00", "13:30-18:00"]
END
cat >"$dir/rules.yaml" <<'END'
service_levels:
  - {priority: high, answer: 30 minutes, resolve: 4 hours, hours: working}
  - {priority: normal, answer: 4 hours, resolve: 2 days, hours: working}
END
awk -v dir="$dir" '
function checks(date, file, n,    s, m) {
    for (s = 1; s <= 12; ++s)
        for (m = 1; m <= 4; ++m)
            # One run in 200 is missed, one in 97 is out of its limits.
            if ((n * 48 + s * 4 + m) % 200)
                printf "- check: {list: daily-%d, asset: s%d-m%d, by: p%d, at: \"09:%02d\", readings: {temp: %d, amps: %d}}\n", s, s, m, 1 + (n + s) % 15, (s * 4 + m) % 60, (n * 48 + s * 4 + m) % 97 ? 40 + (n + m) % 40 : 90, 5 + (n + s) % 20 >file
}
function tickets(date, file, n,    i) {
    for (i = 1; i <= 3; ++i) {
        printf "- ticket: {id: t%d-%d, kind: fault, priority: %s, asset: s%d-m%d, text: 异响, at: \"10:%02d\"}\n", n, i, i == 1 ? "high" : "normal", 1 + (n + i) % 12, 1 + n % 32, (n + i) % 60 >file
        printf "- ticket_closed: {ticket: t%d-%d, by: p%d, at: \"15:%02d\", cause: 轴承磨损}\n", n, i, 1 + (n + i) % 15, (n * i) % 60 >file
    }
}
BEGIN {
    file = dir "/roster.yaml"
    print "units:\n  - {id: eng, name: 工程部, lead: p1}\npeople:" >file
    for (i = 1; i <= 15; ++i) printf "  - {id: p%d, name: 成员%d, unit: eng, skills: [s%d]}\n", i, i, 1 + i % 12 >file
    close(file)
    file = dir "/assets/all.yaml"
    for (s = 1; s <= 12; ++s)
        for (m = 1; m <= (s <= 4 ? 34 : 32); ++m)
            printf "- {id: s%d-m%d, name: 系统%d设备%d, class: %s%d, warranty: 2028-%02d-01}\n", s, m, s, m, m <= 4 ? "main" : "small", s, s >file
    for (m = 1; m <= 8; ++m) printf "- {id: meter-%d, name: 表%d, class: meter, unit: kWh}\n", m, m >file
    close(file)
    for (s = 1; s <= 12; ++s) {
        file = dir "/checklists/daily-" s ".yaml"
        printf "name: 系统%d日检\nwhen: {every: day, start: \"08:30\"}\nwho: {skill: s%d}\ndue: \"10:00\"\nassets: {class: main%d}\nitems:\n  - {id: temp, text: 温度, unit: °C, min: 0, max: 85}\n  - {id: amps, text: 电流, unit: A, max: 30}\n  - 无异响\n", s, s, s >file
        close(file)
    }
    split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
    for (month = 1; month <= 12; ++month)
        for (day = 1; day <= days[month]; ++day) {
            date = sprintf("2026-%02d-%02d", month, day)
            file = sprintf("%s/log/2026-%02d/%s.yaml", dir, month, date)
            checks(date, file, n)
            tickets(date, file, n)
            for (m = 1; m <= 8; ++m) printf "- meter: {asset: meter-%d, value: %d}\n", m, 1000 + n * (20 + m) >file
            close(file)
            ++n
        }
}'
