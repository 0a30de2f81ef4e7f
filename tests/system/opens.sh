#!/bin/sh
# A command opens each file of the team for reading once, and lists each folder once; `log` and what writes plans look once
# more, under the lock, at the file that they add to, and each command at the root, writers twice, for what a killed writer left. For all
# example teams, with a closing and without.
. "$(dirname "$0")/common.sh"
today=2026-11-24T12:00
strace -f -o trace true 2> /dev/null || skip 'strace is missing or not allowed here'

traced() {
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC \
        timeout 60 strace -f -qq -e trace=open,openat -o trace "$binary" --today $today "$@"
}

# opened TEAM: the files and folders of the team that the last command opened for reading, each as often as it did.
opened() {
    # A folder that is listed is opened with O_NONBLOCK; without it, to be synced.
    grep -F "\"$work/$1" trace | grep -F O_RDONLY | grep -vE '= -1 |\.teamctl\.|O_RDONLY\|O_CLOEXEC\|O_DIRECTORY' |
        sed -e "s|^[^\"]*\"$work/$1||" -e 's|".*||' -e 's|^$|/|' | sort | uniq -c
}

# counts TEAM AGAIN WORDS...: nothing but AGAIN, a path (- for none), is opened again, and that once.
counts() {
    team=$1
    again=$2
    shift 2
    tried=$((tried + 1))
    traced -C "$team" "$@" > said 2>&1 < /dev/null
    code=$?
    [ $code -le 1 ] || { complain "$team: $*: exit $code"; head -n 5 said; }
    opened "$team" > counted
    grep -q ' /teamctl.yaml$' counted || complain "$team: $*: teamctl.yaml is not opened"
    bad=$(awk -v again="/$again" '$1 > ($2 == again ? 2 : 1) + ($2 == "/" ? (again == "/-" ? 1 : 2) : 0)' counted)
    [ -z "$bad" ] || { complain "$team: $*: opened more than once"; echo "$bad"; }
}

for example in "$source"/examples/*/; do
    [ -f "$example/teamctl.yaml" ] || continue
    name=$(basename "$example")
    for closed in no yes; do
        team=$name-$closed
        cp -R "$example" "$team"
        who=$(sed -e '1,/^people:/d' "$team/roster.yaml" | sed -n 's/.*[{ ]id: \([a-z0-9-]*\).*/\1/p' | head -n 1)
        if [ $closed = yes ]; then
            mkdir -p "$team/log/2026-09" "$team/log/2026-10"
            echo "- note: {text: 旧}" > "$team/log/2026-09/2026-09-05.yaml"
            echo "- customer: {id: c-old, name: 赵老板, owner: $who}" > "$team/log/2026-10/2026-10-05.yaml"
            teamctl -C "$team" -q close 2026-09..2026-10 > said 2>&1 || { complain "$team: close"; cat said; }
        fi
        counts "$team" - summary
        counts "$team" - summary 2026-10
        counts "$team" - schedule
        counts "$team" - agenda
        counts "$team" - due
        counts "$team" - person "$who"
        counts "$team" log/2026-11/2026-11-24.yaml log note text=新
        counts "$team" log/2026-11/2026-11-24.yaml log customer name=钱老板 "owner=$who"
        counts "$team" plans/2026-12.yaml schedule 2026-12 --write
    done
done
finish
