#!/bin/sh
# Faults: every system call of every writing command is made to fail, and the program is killed at every one,
# in turn (by strace). Each time the files must be the old or the new ones, whole; the exit code must say which;
# and after the next run no temporary file may be left.
#
#   tests/faults/run.sh [--all] [COMMAND...]
#
# --all: every call from the first instruction on; else those behind the opening of the team, and of many alike
# (looking only, or one file after the other) only some. A command is a function below: prepare_NAME (optional) makes what it needs, run_NAME runs it as
# `teamctl ...` in the directory that holds `team`. TEAMCTL names another binary.

commands='log log_first log_edit schedule_again schedule_months swap close_months merge_driver output_again rename'
all_commands="$commands log_undo log_lines import import_several import_holidays import_leave leave roster_add roster_change
roster_leaves rename_series schedule close init hook output edit edit_new site site_again"

prepare_log() { teamctl log note text=first; }
run_log() { teamctl log note 'text=说：一行，"引号" 和 # 号'; }

# The notes of what was written from here lie outside of the team; here, beside it, so that each run begins with them.
prepare_log_undo() { prepare_log; }
run_log_undo() { teamctl log --undo --yes; }
# Once there is nothing to undo, it is the next record that writes a note.
writer_log_undo() { prepare_log; }

run_log_lines() { printf 'note one\npraise who=zhangsan for=new\n' | teamctl log -; }

run_log_first() { teamctl log praise who=zhangsan for=new; }

prepare_log_edit() {
    printf '#!/bin/sh\nprintf "note:\\n  text: typed\\n" > "$1"\n' > editor
    chmod +x editor
}
run_log_edit() { teamctl log note --edit; }

run_schedule() { teamctl schedule 2026-12 --write; }

prepare_schedule_again() { teamctl schedule 2026-12 --write; sed -i -e '3,9d' team/plans/2026-12.yaml; }
run_schedule_again() { teamctl schedule 2026-12 --write; }

# Several files that are written as one: a killed one is finished, or never was.
prepare_schedule_months() { teamctl schedule 2026-12 --write; sed -i -e '3,9d' team/plans/2026-12.yaml; }
run_schedule_months() { teamctl schedule 2026-12..2027-02 --write; }

prepare_swap() { teamctl schedule 2026-12 --write; }
run_swap() { teamctl swap 2026-12-03 morning host lisi; }

# The roster, a plan, leave, records and a closing: many files that are written as one.
prepare_rename() {
    prepare_leave
    prepare_close
    teamctl log praise who=lisi for=x --date 2026-10-07
    teamctl close 2026-10
    teamctl schedule 2026-12 --write
}
run_rename() { teamctl rename person lisi liss --write; }

prepare_edit() {
    printf '#!/bin/sh\nsed -i -e "s/张三/张叁/" "$1"\n' > editor
    chmod +x editor
}
run_edit() { teamctl edit roster; }

prepare_edit_new() {
    printf '#!/bin/sh\necho "- note: {text: typed}" > "$1"\n' > editor
    chmod +x editor
}
run_edit_new() { teamctl edit log; }

run_site() { teamctl site team/site 2026-11; }
# Pages are written one after the other; to run it again makes up for what is missing.
next_site() { run_site; }

prepare_site_again() { teamctl site team/site 2026-10..2026-11; teamctl log note text=new; }
run_site_again() { run_site; }
next_site_again() { run_site; }

run_output() { teamctl agenda -f html -o team/agenda.html; }

prepare_import() { printf 'id,name\nA-1,Pump\n' > pumps.csv; }
run_import() { teamctl import assets pumps.csv --write; }

# Two meetings of one calendar: two files, written as one.
prepare_import_several() {
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n' > two.ics
    for day in 02 03; do
        printf 'BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:Talk %s\r\nDTSTART:202611%sT090000\r\n' $day $day $day
        printf 'DTEND:202611%sT093000\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n' $day
    done >> two.ics
    printf 'END:VCALENDAR\r\n' >> two.ics
}
run_import_several() { teamctl import ics two.ics --write; }

prepare_import_holidays() {
    printf '{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}\n' > 2027.json
}
run_import_holidays() { teamctl import holidays 2027.json --write; }

prepare_import_leave() { printf 'who,kind,from,to\n张三,年假,2026-12-07,2026-12-08\n' > leave.csv; }
run_import_leave() { teamctl import leave leave.csv --write; }

prepare_leave() { mkdir -p team/leave; echo '- {who: lisi, from: 2026-12-01, kind: sick}' > team/leave/2026.yaml; }
run_leave() { teamctl leave zhangsan annual 2026-12-31 2027-01-02; }

run_roster_add() { teamctl roster add 王五 joined=2026-12-01; }
run_roster_change() { teamctl roster change zhangsan from=2026-12-01 works=mon,tue; }
run_roster_leaves() { teamctl roster leaves lisi 2026-12-31; }

# A file that gets another name, and those that name it.
prepare_rename_series() { teamctl schedule 2026-12 --write; prepare_close; teamctl close 2026-10; }
run_rename_series() { teamctl rename series morning early --write; }

prepare_close() { mkdir -p team/log/2026-10; echo '- note: {text: 旧}' > team/log/2026-10/2026-10-05.yaml; }
run_close() { teamctl close 2026-10; }

prepare_close_months() {
    mkdir -p team/log/2026-09
    echo '- note: {text: 更旧}' > team/log/2026-09/2026-09-05.yaml
    prepare_close
}
run_close_months() { teamctl close 2026-09..2026-10; }

prepare_init() { rm -rf team; mkdir team; }
run_init() { teamctl init --template minimal --lang en; }
# There is no team yet that the next command could speak of.
next_init() { run_init; }

prepare_hook() { git init -q team; }
run_hook() { teamctl hook install; }
# It writes files of git's one after the other; to run it again makes up for what is missing.
next_hook() { run_hook; }

prepare_merge_driver() {
    echo '- note: {text: a}' | tee team/base team/ours > team/theirs
    echo '- note: {text: b}' >> team/ours
    echo '- note: {text: c}' >> team/theirs
}
run_merge_driver() { teamctl merge-driver team/base team/ours team/theirs; }

prepare_output_again() { echo 'the old page' > team/agenda.html; }
run_output_again() { teamctl agenda -f html -o team/agenda.html; }

# -----------------------------------------------------------------------------------------------------------------
here=$(cd "$(dirname "$0")" && pwd)
binary=${TEAMCTL:-$here/../../build/src/teamctl}
[ -x "$binary" ] || { echo "run.sh: no program at $binary" >&2; exit 2; }
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")
all=no
if [ "${1:-}" = --all ]; then all=yes; commands=$all_commands; shift; fi
[ $# -eq 0 ] || commands=$*

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 2
mkdir tmp
if ! strace -o trace true 2>/dev/null; then
    echo 'SKIPPED: strace is missing or not allowed here; nothing is known about faults' >&2
    exit 77
fi

faults=
teamctl() {
    # shellcheck disable=SC2086  # $faults is a list of words
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC EDITOR="$work/editor" TMPDIR="$work/tmp" \
        XDG_STATE_HOME="$work/team/.state" \
        timeout 60 $faults "$binary" -C team --today 2026-11-24T09:00 "$@"
}

# Without temporary files, the lock, which no one reads, and folders made for a file that then did not come.
listing() { (cd "$1" && find . -type f ! -name '.teamctl.*' ! -path './.state/*' ! -path './.git/[!ch]*' -exec cksum {} + | sort -k 3); }
same() { [ "$(listing "$1")" = "$(listing "$2")" ]; }

failed=0
runs=0
complain() {
    failed=$((failed + 1))
    echo "FAILED: $command, $fault: $*"
    [ ! -s output ] || sed 's/^/    /' output | head -n 5
}

# What came of one run with exit code $1: the old or the new files, and the code says which.
judge() {
    # What was killed among several files is finished or undone by the next command.
    if [ "$1" = 137 ] || $one_by_one; then afterwards; fi
    is=torn
    if same old team; then is=old; elif same new team; then is=new; fi
    case $is:$1 in
        torn:*) complain "exit $1, and the files are neither the old nor the new ones: $(diff -rq old team | head -n 3)" ;;
        *:137) ;;                      # killed: either
        new:"$good" | old:4) ;;
        new:4 | new:2) $one_by_one || complain "exit $1, and the files are the $is ones" ;;
        # The loader could not start the program: it says so, or without memory crashes before there is a program.
        old:127) [ $all = yes ] || complain 'exit 127' ;;
        old:139) [ $all = yes ] && [ "${fault#mmap number 1 }" != "$fault" ] || complain 'exit 139' ;;
        *) complain "exit $1, and the files are the $is ones" ;;
    esac
    afterwards
    if passing '.teamctl.[tj]*'; then complain 'a temporary file stays'; fi
    # Those of -o are known to the next writer in their folder alone.
    if passing '.teamctl.out.*'; then
        if type "writer_$command" >/dev/null 2>&1; then "writer_$command" > output 2>&1; else "run_$command" > output 2>&1; fi
        if passing '.teamctl.out.*'; then complain 'a temporary file of -o stays'; fi
    fi
}

passing() { [ -n "$(find team -name "$1" -not -path '*/.git/*')" ]; }

# The next run with the same directory in hand cleans up, and finds nothing wrong.
afterwards() {
    if type "next_$command" >/dev/null 2>&1; then
        "next_$command" > output 2>&1
    else
        teamctl check > output 2>&1 || complain "check afterwards: exit $?"
        [ ! -s output ] || complain 'check afterwards has something to say'
    fi
}

try() {
    fault=$1
    rm -rf team
    cp -R old team
    faults="strace -o /dev/null -e trace=$2 -e inject=$2:$3:when=$4"
    "run_$command" > output 2>&1
    code=$?
    faults=
    runs=$((runs + 1))
    judge $code
}

# The errors that a call may fail with.
errors_of() {
    case $1 in
        write | pwrite64) echo EIO ENOSPC EINTR ;;
        openat) echo EIO ENOSPC EMFILE ;;
        rename | mkdir | ftruncate) echo EIO ENOSPC ;;
        fsync) echo EIO ENOSPC ;;
        # A close that fails closes all the same, which strace cannot imitate; a pipe that stays open never ends.
        close) [ "$command" = hook ] || echo EIO EINTR ;;
        read) echo EIO EINTR ;;
        flock) echo EINTR ENOLCK ;;
        wait4) ;;  # the child is there
        brk) ;;  # answers with the old break instead of an error, which strace cannot imitate
        futex) ;;  # only fails where the program is wrong, and the library then ends it
        mmap | mprotect | munmap) echo ENOMEM ;;
        exit_group | execve | rt_sigreturn | arch_prctl | set_tid_address | getpid) ;;
        *) echo EIO ;;
    esac
}

for command in $commands; do
    rm -rf team old new tmp
    mkdir tmp
    cp -R "$here/../../examples/minimal" team
    if type "prepare_$command" >/dev/null 2>&1; then
        "prepare_$command" >output 2>&1 || { echo "run.sh: prepare_$command: exit $?" >&2; cat output >&2; exit 2; }
    fi
    cp -R team old
    faults='strace -o trace'
    "run_$command" >output 2>&1
    good=$?
    faults=
    [ $good -le 1 ] || { echo "run.sh: run_$command: exit $good" >&2; cat output >&2; exit 2; }
    cp -R team new
    if same old new; then echo "run.sh: run_$command changes nothing" >&2; exit 2; fi
    # name, how manieth of this name, its line: the team is opened where its settings are first looked at. Without
    # --all, of a run of calls of one name that only look, the first and every sixteenth stand for all.
    alike=no
    case $command in init | schedule_months | close_months | import_several | rename | hook | site*) alike=yes ;; esac
    one_by_one=false
    case $command in hook | site*) one_by_one=true ;; esac
    awk -v all=$all -v alike=$alike '
        match($0, /^[a-z0-9_]+\(/) {
            name = substr($0, 1, RLENGTH - 1)
            nth[name]++
            if (/teamctl\.yaml/ || /^openat.*team\/base/) opened = 1
            if (/^openat.*\.teamctl\./) writes = 1
            if (name == "exit_group" || name == "execve") next
            if (all == "no" && !opened) next
            if (all == "no" && (!writes || alike == "yes") && ++seen[name] > 1 && seen[name] % 16) next
            print name, nth[name]
        }' trace > calls
    before=$runs
    while read -r name nth; do
        try "$name number $nth killed" "$name" signal=KILL "$nth"
        for error in $(errors_of "$name"); do
            try "$name number $nth fails with $error" "$name" "error=$error" "$nth"
        done
    done < calls
    echo "$command: $(wc -l < calls) system calls, $((runs - before)) faults"
done
echo "$runs faults, $failed failed"
[ $failed -eq 0 ]
