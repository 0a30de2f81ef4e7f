#!/bin/sh
# Several users of one directory, several clones of one team, and an `init` that was cut short: nothing is lost, nobody is
# locked out, and what is there is the old or the new.
. "$(dirname "$0")/common.sh"
today=2026-11-30T09:00

# --- users of one directory: its owner, one of its group, and one who may only read --------------------------------------
as() { # USER GROUPS COMMAND...
    user=$1
    groups=$2
    shift 2
    setpriv --reuid "$user" --regid "$user" --groups "$groups" env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC \
        timeout 10 "$work/program" --today $today -C "$work/shared" "$@"
}
owner() { as 1000 1000 "$@"; }
member() { as 1001 1001,1000 "$@"; }
reader() { as 1002 1002 "$@"; }
if setpriv --reuid 1000 --regid 1000 --clear-groups true 2> /dev/null; then
    cp "$binary" program
    chmod 755 "$work" program
    cp -R "$source/examples/minimal" shared
    mkdir -p shared/log/2026-11 shared/plans
    echo '- note: {text: a}' > shared/log/2026-11/2026-11-30.yaml
    chown -R 1000:1000 shared
    chmod -R u=rwX,g=rwX,o=rX shared
    find shared -type d -exec chmod g+s {} +
    expect 0 '' member log note text=b
    expect 0 '' owner log note text=c
    expect 0 '' member log note text=d
    [ "$(stat -c %g:%a shared/log/2026-11/2026-11-30.yaml)" = 1000:664 ] || complain 'the day changed its group or mode'
    [ "$(grep -c note shared/log/2026-11/2026-11-30.yaml)" = 4 ] || complain 'a record is lost'
    # A month that one of them begins is open to the other, too.
    expect 0 '' member log note text=new --date 2026-12-01
    expect 0 '' owner log note text=too --date 2026-12-01
    expect 0 '' owner log note text=more --date 2026-12-02
    expect 0 '' member schedule 2026-12 --write
    expect 0 '' owner schedule 2026-12 --write --fresh
    expect 0 '' owner close 2026-11 --today 2026-12-03
    expect 0 '' member close 2026-11 --today 2026-12-03
    expect 0 '' reader agenda
    expect 4 '' reader log note text=mine
    expect_silence 0 owner check
    [ -z "$(find shared -name '.teamctl.tmp*' -o -name '.teamctl.out*')" ] || complain 'a temporary file stays'
else
    echo 'cannot become other users: that part is left out' >&2
fi

# --- clones of one team ---------------------------------------------------------------------------------------------------
git() { env -i PATH=/usr/bin:/bin HOME="$work" LC_ALL=C.UTF-8 GIT_AUTHOR_DATE='2026-11-30T09:00Z' GIT_COMMITTER_DATE='2026-11-30T09:00Z' git -c user.name=a -c user.email=a@b.example "$@"; }
cp -R "$source/examples/minimal-en" mine
git -C mine init -qb main .
expect 0 '' teamctl -C mine hook install
git -C mine add -A
git -C mine commit -qm start
git clone -q mine other
expect 0 '' teamctl -C other hook install
day=log/2026-11/2026-11-30.yaml

# commits NAME: what stands in that clone.
commits() { git -C "$1" add -A && git -C "$1" commit -qm "$1"; }
# meets CODE: `mine` merges what `other` has.
meets() {
    git -C mine fetch -q ../other main
    tried=$((tried + 1))
    git -C mine merge -q -m merged FETCH_HEAD > output 2>&1
    code=$?
    [ $code -eq "$1" ] || { complain "merge: exit $code instead of $1"; head -n 5 output; }
}

# Both begin the day, and open an action of the same person at the same minute.
expect 0 '' teamctl -C mine log action who=ann 'text=call the bank' due=2026-12-02
expect 0 '' teamctl -C other log action who=ann 'text=pay the rent' due=2026-12-03
commits mine
commits other
meets 0
expect 0 'call the bank' teamctl -C mine records
expect 0 'pay the rent' teamctl -C mine records
expect_silence 0 teamctl -C mine check
one=$(sed -n 's/.*{id: \([^,]*\),.*bank.*/\1/p' mine/$day)
expect 0 'call the bank' teamctl -C mine log done "id=$one" by=ann
commits mine
expect 0 'pay the rent' teamctl -C mine due 2026-12-03

# One takes a record out, the other adds one; one has a file without an end, the other with carriage returns.
git -C other pull -q --no-rebase ../mine main
sed -i '/pay the rent/d' other/$day
expect 0 '' teamctl -C mine log note text=added
commits mine
commits other
meets 0
grep -q added mine/$day || complain 'what one side added is gone'
! grep -q 'pay the rent' mine/$day || complain 'what one side took out is back'
git -C other pull -q --no-rebase ../mine main
printf -- '- note: {text: no end}' >> other/$day
sed -i 's/$/\r/' mine/$day
commits mine
commits other
meets 0
expect_silence 0 teamctl -C mine check
grep -q 'no end' mine/$day || complain 'the line without an end is gone'

# Both change one line: a person decides, and until then nothing is written to the day.
git -C other pull -q --no-rebase ../mine main
sed -i 's/added/added here/' mine/$day
sed -i 's/added/added there/' other/$day
commits mine
commits other
meets 1
cp mine/$day kept
expect 3 'git could not merge this' teamctl -C mine log note text=x
expect 1 'git-conflict' teamctl -C mine check
cmp -s kept mine/$day || complain 'a day with marks was written to'
sed -i -e '/^<<<<<<< /d' -e '/^=======/d' -e '/^>>>>>>> /d' mine/$day
expect 0 '' teamctl -C mine log note text=x
expect_silence 0 teamctl -C mine check

# --- init cut short ---------------------------------------------------------------------------------------------------------
if strace -o /dev/null true 2> /dev/null; then
    for at in 1 2 5 9 14; do
        for next in 'init new --template sales --lang en' '-C new agenda'; do
            rm -rf new
            strace -o /dev/null -e trace=rename -e inject=rename:signal=KILL:when=$at \
                "$binary" init new --template sales --lang en > output 2>&1
            # shellcheck disable=SC2086
            teamctl $next > output 2>&1
            case $next$? in
                *0) expect_silence 0 teamctl -C new check ;;
                # Cut short before the journal: there is no team yet.
                *agenda2) [ ! -e new/teamctl.yaml ] || complain "killed at rename $at, then $next: half a team" ;;
                *) complain "killed at rename $at, then $next: exit"; head -n 3 output ;;
            esac
            [ ! -e new/teamctl.yaml ] || [ -z "$(find new -name '.teamctl.[tj]*')" ] || complain "killed at rename $at, then $next: something stays"
        done
    done
else
    echo 'strace is missing or not allowed here: init is not cut short' >&2
fi
finish
