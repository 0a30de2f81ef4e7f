#!/bin/sh
# Paths that lead out of the team directory, and things that are no files: refused with a message that names them,
# never opened, never waited for.
. "$(dirname "$0")/common.sh"
cp -R "$source/examples/minimal-en" original
mkdir outside
echo 'team: elsewhere' > outside/teamctl.yaml
for name in roster.yaml cn.yaml 2026-11-30.yaml; do echo '- note: {text: a secret}' > outside/$name; done

again() { rm -rf team; cp -R original team; }
# refused PATH [CODE]: check names it, exits 1, tells nothing of what lies behind it; no other command takes it or
# waits. CODE: how `log` leaves, which does not look at all of the files.
refused() {
    expect 1 "$1" teamctl -C team check
    tried=$((tried + 1))
    if grep -aq 'a secret\|elsewhere' output; then complain "$1: what lies outside is shown"; fi
    expect 3 "$1" teamctl -C team summary
    expect "${2:-3}" '' teamctl -C team log note text=no
}

for path in ../outside/cn.yaml "$work/outside/cn.yaml" calendars/../../outside/cn.yaml /dev/zero calendars /etc/passwd; do
    again
    sed -i "s|^calendars:.*|calendars: [$path]|" team/teamctl.yaml
    refused 'teamctl.yaml:[0-9]*:[0-9]*'
done

# Links out of the directory, of a file and of a folder; one to a device; one round in a circle; one to nowhere.
for target in ../outside/roster.yaml "$work/outside/roster.yaml" /dev/zero roster.yaml nowhere.yaml; do
    again
    rm team/roster.yaml
    ln -s "$target" team/roster.yaml
    refused roster.yaml
done
for folder in meetings calendars log plans; do
    again
    rm -rf "team/$folder"
    ln -s ../outside "team/$folder"
    refused "$folder"
done
again
mkdir -p team/log
ln -s ../../outside team/log/2026-11
refused log/2026-11
# A link that stays inside is a file like others.
again
mv team/roster.yaml team/people.txt
ln -s people.txt team/roster.yaml
expect_silence 0 teamctl -C team check

# No file in a file's place.
again; rm team/roster.yaml; mkfifo team/roster.yaml; refused roster.yaml
again; rm team/roster.yaml; mkdir team/roster.yaml; refused roster.yaml
again; rm team/teamctl.yaml; mkfifo team/teamctl.yaml; refused teamctl.yaml
again; mkdir -p team/log/2026-11; mkfifo team/log/2026-11/2026-11-30.yaml; refused log/2026-11/2026-11-30.yaml
again; mkdir -p team/log/2026-11/2026-11-30.yaml; refused log/2026-11/2026-11-30.yaml
again; mkdir -p team/plans; mkfifo team/plans/2026-11.yaml; refused plans/2026-11.yaml 0
if [ "$(id -u)" -eq 0 ] && mknod outside/device c 1 5 2>/dev/null; then
    again; rm team/roster.yaml; cp -R outside/device team/roster.yaml; refused roster.yaml
fi
# No folder in a folder's place.
for folder in log plans meetings calendars; do
    again; rm -rf "team/$folder"; mkfifo "team/$folder"; refused "$folder"
    again; rm -rf "team/$folder"; echo 'no folder' > "team/$folder"; refused "$folder"
done
again; mkdir -p team/log; mkfifo team/log/2026-11; refused log/2026-11 4
# The lock and the temporary file are names that somebody may have taken, too.
again; ln -s ../outside/lock team/.teamctl.lock
expect 4 teamctl.lock teamctl -C team log note text=no
again; mkdir team/.teamctl.lock
expect 4 teamctl.lock teamctl -C team log note text=no
again; mkfifo team/.teamctl.lock
expect 0 '' teamctl -C team log note text=yes
again; mkdir -p team/log/2026-11; ln -s ../outside/temporary team/.teamctl.tmp
teamctl -C team -q log note text=yes > output 2>&1
tried=$((tried + 1))
if [ -e outside/lock ] || [ -e outside/temporary ]; then complain 'a link led a writer outside'; fi

# Where the user says where: no team, or no directory at all.
expect 2 'nowhere' teamctl -C nowhere check
expect 2 '' teamctl -C /dev/null check
expect 2 '' teamctl -C '' check
finish
