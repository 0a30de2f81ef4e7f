#!/bin/sh
# The scripts and units beside the program: sound, and they post and mail what they should, on working days only. curl and
# sendmail are stand-ins that keep what they are given.
# usage: run.sh TEAMCTL SOURCE_DIR
set -eu
teamctl=$(realpath "$1")
source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
passed=0
check() {
    what=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$what"
        sed 's/^/  /' "$work/out"
    fi
}
fails() { ! "$@"; }

for script in teamctl-post teamctl-mail; do
    check "$script: syntax" sh -n "$source/contrib/$script"
    if command -v shellcheck >/dev/null; then check "$script: shellcheck" shellcheck "$source/contrib/$script"; fi
done
mkdir "$work/bin"
for script in teamctl-post teamctl-mail; do cp "$source/contrib/$script" "$work/bin/"; done
cat >"$work/bin/teamctl" <<END
#!/bin/sh
exec "$teamctl" --today "\$DAY" "\$@"
END
cat >"$work/bin/curl" <<END
#!/bin/sh
printf '%s\n' "\$@" >"$work/arguments"
cat >"$work/config"
for word; do case \$word in @*) cp "\${word#@}" "$work/posted" ;; esac; done
echo "\$ANSWER"
END
cat >"$work/bin/sendmail" <<END
#!/bin/sh
cat >"$work/mail"
END
chmod +x "$work"/bin/*
if command -v systemd-analyze >/dev/null; then
    mkdir "$work/units"
    sed "s|/usr/bin/env teamctl-post|$work/bin/teamctl-post|; /^EnvironmentFile/d" "$source/contrib/systemd/teamctl-post.service" \
        >"$work/units/teamctl-post.service"
    cp "$source/contrib/systemd/teamctl-post.timer" "$work/units/"
    check 'systemd-analyze verify' sh -c "cd '$work/units' && systemd-analyze verify --man=no ./teamctl-post.service ./teamctl-post.timer"
fi

export PATH="$work/bin:$PATH" TEAMCTL_DIR="$source/examples/sales" ROBOT=dingtalk ROBOT_URL=https://robot.example/send?token=secret
export DAY=2026-11-30T08:00 ANSWER='{"errcode":0,"errmsg":"ok"}'
check 'a message is posted' teamctl-post
check 'the agenda is what is posted' sh -c "teamctl agenda --format dingtalk | cmp - '$work/posted'"
check 'curl is told the address' grep -q 'token=secret' "$work/config"
check 'the address can be seen by others' fails grep -q secret "$work/arguments"
ANSWER='{"errcode":310000,"errmsg":"keywords not in content"}'
check 'what the robot refused counts as posted' fails teamctl-post
ANSWER=ok
check 'another command and robot' env ROBOT=slack teamctl-post due
check 'due is what is posted' sh -c "teamctl due --format slack | cmp - '$work/posted'"
DAY=2026-11-29T08:00 check 'a wrong robot goes unnoticed on a day off' fails env ROBOT=Slack teamctl-post
check 'without an address it goes on' fails env -u ROBOT_URL teamctl-post
rm -f "$work/posted"
DAY=2026-11-29T08:00 check 'a Sunday is an error' teamctl-post
check 'it posts on a Sunday' test ! -e "$work/posted"
DAY=2026-11-29T08:00 check 'who sits before it is not told of the Sunday' \
    sh -c "script -qec teamctl-post /dev/null | grep -q EVERY_DAY"
DAY=2026-09-20T08:00 check 'a make-up Sunday is an error' teamctl-post
check 'it is silent on a make-up working day' test -e "$work/posted"
rm -f "$work/posted"
DAY=2026-11-29T08:00 EVERY_DAY=1 check 'a Sunday asked for is an error' teamctl-post
check 'it is silent where every day is asked for' test -e "$work/posted"

# What fails is no day off: the scripts end with the code of the program, also where it is missing, and post nothing.
ends_with() {
    wanted=$1
    shift
    code=0
    "$@" >/dev/null 2>&1 || code=$?
    [ "$code" -eq "$wanted" ] || { echo "ended with $code, not $wanted"; return 1; }
}
mkdir -p "$work/without"
for program in sh env grep mktemp rm sed cat printf head base64 tr date; do
    ln -sf "$(command -v "$program")" "$work/without/$program" 2>/dev/null || :
done
cp -R "$source/examples/minimal" "$work/broken"
echo 'x: [' >"$work/broken/rules.yaml"
rm -f "$work/posted" "$work/mail"
for every in '' 1; do
    check "post, files with mistakes, EVERY_DAY=$every" ends_with 3 env EVERY_DAY=$every TEAMCTL_DIR="$work/broken" teamctl-post
    check "mail, files with mistakes, EVERY_DAY=$every" ends_with 3 env EVERY_DAY=$every TEAMCTL_DIR="$work/broken" teamctl-mail a@b.c
    check "post, no program, EVERY_DAY=$every" ends_with 127 env EVERY_DAY=$every PATH="$work/without" sh "$source/contrib/teamctl-post"
    check "mail, no program, EVERY_DAY=$every" ends_with 127 env EVERY_DAY=$every PATH="$work/without" sh "$source/contrib/teamctl-mail" a@b.c
    check "post, a wrong call, EVERY_DAY=$every" ends_with 2 env EVERY_DAY=$every teamctl-post agenda --no-such-option
done
check 'something was posted or mailed all the same' test ! -e "$work/posted" -a ! -e "$work/mail"
printf '#!/bin/sh\nexit 75\n' >"$work/bin/sendmail-full"
chmod +x "$work/bin/sendmail-full"
check 'mail that is not taken' ends_with 75 env SENDMAIL=sendmail-full teamctl-mail a@b.c

# A script that is told to end cleans up.
mkdir "$work/tmp"
cat >"$work/bin/curl-slow" <<END
#!/bin/sh
touch "$work/waiting"
exec sleep 2
END
chmod +x "$work/bin/curl-slow"
mkdir "$work/slow"
ln -s "$work/bin/curl-slow" "$work/slow/curl"
(PATH="$work/slow:$PATH" TMPDIR="$work/tmp" exec teamctl-post) &
posting=$!
tries=0
while [ ! -e "$work/waiting" ] && [ $tries -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -TERM $posting
code=0
wait $posting || code=$?
check 'a script that is ended says so' test "$code" -eq 143
check 'a script that is ended leaves files' sh -c "[ -z \"\$(ls '$work/tmp')\" ]"

# A plan with a place that nobody fills is posted and mailed all the same.
cp -R "$source/examples/minimal" "$work/holes"
printf '%s\n' '- {who: zhangsan, from: 2026-12-01, to: 2026-12-31, kind: sick}' '- {who: lisi, from: 2026-12-01, to: 2026-12-31, kind: sick}' \
    | { mkdir -p "$work/holes/leave" && cat >"$work/holes/leave/2026.yaml"; }
check 'a plan with holes is an error' env TEAMCTL_DIR="$work/holes" teamctl-post schedule 2026-12
check 'a plan with holes is not posted' grep -q '空缺' "$work/posted"
check 'a plan with holes is not mailed' env TEAMCTL_DIR="$work/holes" teamctl-mail team@example.org schedule 2026-12

check 'a mail is sent' teamctl-mail team@example.org
check 'a mail lacks its head' grep -qx 'To: team@example.org' "$work/mail"
check 'a mail holds what is not ASCII' fails env LC_ALL=C grep -q '[^ -~]' "$work/mail"
sed '1,/^$/d' "$work/mail" | base64 -d >"$work/text"
check 'the agenda is what is mailed' sh -c "teamctl agenda --full --color never | cmp - '$work/text'"
sed -n 's/^.* =?UTF-8?B?\(.*\)?=$/\1/p' "$work/mail" | while read -r piece; do echo "$piece" | base64 -d; done >"$work/subject"
check 'the subject is not the title' sh -c "teamctl agenda | head -n 1 | tr -d '\n' | cmp - '$work/subject'"
check 'a mail without an address goes out' fails teamctl-mail

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
