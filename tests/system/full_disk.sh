#!/bin/sh
# A full disk: exit 4, it is said, every file stays as it was, and with room again the same command works.
. "$(dirname "$0")/common.sh"
mkdir disk
mount -t tmpfs -o size=256k teamctl-test "$work/disk" 2>/dev/null || skip 'no small disk can be mounted here'
clean() { umount "$work/disk"; rm -rf "$work"; }
cp -R "$source/examples/minimal" disk/team
teamctl -C disk/team log note text=first > /dev/null
teamctl -C disk/team schedule 2026-12 --write > /dev/null
sed -i 3,9d disk/team/plans/2026-12.yaml
cp -R disk/team before

fill() { cat /dev/zero > disk/filler 2>/dev/null; }
same() {
    tried=$((tried + 1))
    diff -r -x .teamctl.lock before disk/team > difference || { complain "$1 changed files"; cat difference; }
    [ -z "$(find disk/team -name '.teamctl.*' ! -name .teamctl.lock)" ] || complain "$1 left a temporary file"
}
for command in 'log note text=no' 'schedule 2026-12 --write' 'agenda -f html -o disk/team/agenda.html'; do
    fill
    # shellcheck disable=SC2086  # a list of words
    expect 4 '^teamctl: .*磁盘已满' teamctl -C disk/team $command
    same "$command on a full disk"
    expect_silence 0 teamctl -C disk/team check
    rm disk/filler
done
expect 0 '' teamctl -C disk/team log note text=second
tried=$((tried + 1))
grep -q 'text: second' disk/team/log/2026-11/2026-11-30.yaml || complain 'with room again nothing is written'
finish
