#!/bin/sh
# Disks that are full or may not be written to: exit 4, the reason in the language of the team, and nothing changed.
# Run by root, the program is run as nobody where permissions decide.
. "$(dirname "$0")/common.sh"
chmod 755 "$work"
cp -R "$source/examples/minimal" team
cp -R "$source/examples/minimal-en" team-en
teamctl -C team log note text=first > /dev/null
same() { diff -r "$1" "$2" > difference || { complain "$3 changed files"; cat difference; }; }

as_nobody() { teamctl "$@"; }
if [ "$(id -u)" -eq 0 ]; then
    cp "$binary" "$work/teamctl"
    as_nobody() {
        env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC timeout 10 \
            setpriv --reuid 65534 --regid 65534 --clear-groups "$work/teamctl" --today $today "$@"
    }
    setpriv --reuid 65534 --regid 65534 --clear-groups true 2>/dev/null || skip 'cannot become nobody'
fi

cp -R team before
chmod -R a+rX,a-w team team-en
expect 0 '' as_nobody -C team check
expect 0 '' as_nobody -C team summary
expect 4 '^teamctl: .*没有权限' as_nobody -C team log note text=no
expect 4 '^teamctl: .*ermission denied' as_nobody -C team-en log note text=no
expect 4 '没有权限' as_nobody -C team schedule 2026-12 --write
expect 4 '没有权限' as_nobody -C team agenda -o team/agenda.txt
expect 4 'ermission denied' as_nobody init team/new
same before team 'a directory that may not be written'
chmod -R u+w team team-en

# A mistyped folder of -o is told before anything is done, and not made.
expect 2 'mkdir -p nowhere' teamctl -C team schedule 2026-12 --write -o nowhere/plan.txt
same before team 'a folder that is not there'
[ ! -e nowhere ] || complain '-o made a folder'

# What may not be read is no reason to think that it is not there.
chmod 0 team/roster.yaml
expect 4 'roster.yaml.*没有权限' as_nobody -C team check
expect 4 'roster.yaml.*没有权限' as_nobody -C team log note text=no
chmod 644 team/roster.yaml
chmod 0 team/log
expect 4 'log.*没有权限' as_nobody -C team check
expect 4 'log.*没有权限' as_nobody -C team summary
chmod 755 team/log
chmod 0 team
expect 4 'team.*没有权限\|team.*ermission denied' as_nobody -C team check
chmod 755 team
same before team 'what could not be read'
finish
