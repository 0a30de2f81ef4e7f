# What every script of this folder begins with: the program, an empty directory to work in, and how to complain.
#
#   . "$(dirname "$0")/common.sh"
#   teamctl ARGUMENTS          the real program: a bare environment, a fixed today, no more than 10 seconds
#   expect 3 'it says' teamctl ...    exit code and a part of what it prints (basic regular expression)
#   finish                     the last line: counts and the exit code
#
# TEAMCTL names another binary.
source=$(cd "$(dirname "$0")/../.." && pwd)
binary=${TEAMCTL:-$source/build/src/teamctl}
[ -x "$binary" ] || { echo "no program at $binary" >&2; exit 2; }
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")
today=2026-11-30T08:30
work=$(mktemp -d) || exit 2
clean() { chmod -R u+rwx "$work"; rm -rf "$work"; }
trap clean EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 2

teamctl() { env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC timeout 10 "$binary" --today $today "$@"; }

tried=0
failed=0
complain() {
    failed=$((failed + 1))
    echo "FAILED: $*"
}
skip() {
    echo "SKIPPED: $*" >&2
    exit 77
}

# expect CODE PATTERN COMMAND...: the output, both streams, stays in ./output.
expect() {
    wanted=$1
    pattern=$2
    shift 2
    tried=$((tried + 1))
    "$@" > "$work/output" 2>&1 < /dev/null
    code=$?
    if [ $code -ne "$wanted" ]; then
        complain "$*: exit $code instead of $wanted"
    elif [ -n "$pattern" ] && ! grep -aq -e "$pattern" "$work/output"; then
        complain "$*: says nothing of '$pattern'"
    else
        return 0
    fi
    head -c 600 "$work/output" | sed 's/^/    /'
    return 1
}
# The same, and not a word on either stream.
expect_silence() {
    silent=$1
    shift
    expect "$silent" '' "$@" || return 1
    [ ! -s "$work/output" ] || { complain "$*: is not silent"; head -n 5 "$work/output"; }
}

finish() {
    echo "$tried tried, $failed failed"
    [ $failed -eq 0 ]
    exit
}
