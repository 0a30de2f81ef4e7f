#!/bin/sh
# Shows teamctl at work on the example sales team: installs what is missing, builds the program, and prints today's
# agenda, next month's rota, the checklists due and the month's summary. Nothing outside this directory is changed
# but for the packages.
# usage: sh examples/try.sh [zh|en]
set -eu
cd "$(dirname "$0")/.."
. tests/packages.sh

language=${1:-zh}
case $language in
    zh | en) ;;
    *) echo 'usage: sh examples/try.sh [zh|en]' >&2; exit 2 ;;
esac

echo '== Packages'
install_packages $build_packages
echo '== Build'
# A folder is compiled as one file, and with -Og: a third of the time, and to look at an example nobody waits longer.
# The compiler tidies up its memory (1.3 GB at most) half as often as it would.
cmake -S . -B build/try -G Ninja -DCMAKE_BUILD_TYPE=Release -DTEAMCTL_TESTS=OFF -DTEAMCTL_PRECOMPILE=ON \
    '-DCMAKE_CXX_FLAGS_RELEASE=-Og -DNDEBUG --param ggc-min-expand=200 --param ggc-min-heapsize=500000' \
    -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=0 >/dev/null
cmake --build build/try | tail -n 1

team=$(mktemp -d)
trap 'rm -rf "$team"' EXIT
build/try/src/teamctl demo "$team" --lang "$language"

teamctl() {
    printf '\n$ teamctl'
    printf ' %s' "$@"
    printf '\n\n'
    COLUMNS=${COLUMNS:-80} build/try/src/teamctl -C "$team" --today 2026-11-30T08:30 "$@"
}

# The example holds November 2026; the day is its last Monday.
teamctl agenda
teamctl schedule 2026-12
teamctl checklist
teamctl summary 2026-11
echo
echo "The program is build/try/src/teamctl; a team of your own: build/try/src/teamctl init my-team"
