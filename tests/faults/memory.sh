#!/bin/sh
# Memory that runs out: each allocation of `log` and `check` from main() on fails in turn, that one alone. The command then
# says so with exit code 4 and has changed nothing; where the record is written for good already, it says so with 1; or it
# does without, and everything is as ever.
#
#   tests/faults/memory.sh [--all]
#
# Without --all every so many allocations, and the first and last of them. TEAMCTL names another binary.
here=$(cd "$(dirname "$0")" && pwd)
binary=${TEAMCTL:-$here/../../build/src/teamctl}
[ -x "$binary" ] || { echo "memory.sh: no program at $binary" >&2; exit 2; }
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")
all=no
[ "${1:-}" != --all ] || all=yes

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 2
if ! ${CC:-cc} -O1 -shared -fPIC -o shim.so "$here/failing_malloc.c" -ldl 2>/dev/null; then
    echo 'SKIPPED: no C compiler, or not this C library; nothing is known about memory that runs out' >&2
    exit 77
fi

teamctl_at() {
    at=$1
    shift
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC XDG_STATE_HOME="$work/team/.state" timeout 60 env COUNT_TO="$work/count" \
        FAIL_AT="$at" LD_PRELOAD="$work/shim.so" "$binary" -C team --today 2026-11-24T09:00 "$@"
}
listing() { (cd "$1" && find . -type f ! -name '.teamctl.lock' ! -path './.state/*' -exec cksum {} + | sort -k 3); }

run_log() { teamctl_at "$1" log praise who=lisi 'for=顶班，没人叫'; }
run_check() { teamctl_at "$1" check; }

failed=0
runs=0
for command in log check; do
    rm -rf team old
    cp -R "$here/../../examples/minimal" team
    mkdir -p team/log/2026-11
    echo '- praise: {who: zhangsan, for: 早到}' > team/log/2026-11/2026-11-24.yaml
    # Something to say, so that saying it needs memory, too.
    [ $command = log ] || echo '- praise: {who: wangwu, for: 无此人}' >> team/log/2026-11/2026-11-24.yaml
    cp -R team old
    "run_$command" 0 > good 2>&1
    good=$?
    [ $good -le 1 ] || { echo "memory.sh: $command: exit $good" >&2; cat good >&2; exit 2; }
    count=$(cat count)
    [ "$count" -gt 100 ] || { echo "memory.sh: $command allocates only $count times: the shim does not count" >&2; exit 2; }
    listing team > new.list
    listing old > old.list
    step=1
    [ $all = yes ] || step=$((count / 150 + 1))
    tolerated=0
    behind=0
    at=1
    while [ $at -le "$count" ]; do
        if [ $command = log ]; then rm -rf team; cp -R old team; fi
        "run_$command" $at > out 2>&1
        code=$?
        listing team > now.list
        runs=$((runs + 1))
        if [ $code = "$good" ] && cmp -s out good && cmp -s now.list new.list; then
            tolerated=$((tolerated + 1))
        elif [ $code = 1 ] && [ $command = log ] && cmp -s now.list new.list; then
            behind=$((behind + 1))
        elif [ $code != 4 ] || ! cmp -s now.list old.list; then
            failed=$((failed + 1))
            cmp -s now.list old.list && files=old || files=new
            echo "FAILED: $command, allocation $at of $count: exit $code, the files are the $files ones"
            head -n 3 out | sed 's/^/    /'
        fi
        at=$((at + step))
    done
    echo "$command: $count allocations, $(((count + step - 1) / step)) failed in turn, $tolerated done without, $behind behind the writing"
done
echo "$runs times without memory, $failed wrong"
[ $failed -eq 0 ]
