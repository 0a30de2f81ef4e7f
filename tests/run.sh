#!/bin/sh
# Passes the tests of teamctl on a fresh Debian 12: installs what is missing, builds, and runs
#   1. all tests of the program as it is released, warnings being errors
#   2. unit tests under AddressSanitizer and UndefinedBehaviorSanitizer
#   3. the fuzzers, for a short while
# usage: sh tests/run.sh [quick]   (quick: only the first, and the unit tests without sanitizers)
set -eu
cd "$(dirname "$0")/.."
. tests/packages.sh

step() { printf '\n== %s\n' "$*"; }
jobs=$(nproc)
# A folder is compiled as one file, so that what its files share is read and made once.
unity='-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=0'

# Builds in directory $1, with what stands behind it; where that fails, says why and ends.
build() {
    cmake --build "$@" -j "$jobs" >build.log 2>&1 || { cat build.log; exit 1; }
    tail -n 2 build.log
    rm -f build.log
}

# Where there is memory to spare, what tests write stands there: they wait for no disk.
free=$(df -Pm /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ -z "${TMPDIR:-}" ] && [ "${free:-0}" -ge 4096 ] && memory=$(mktemp -d /dev/shm/teamctl.XXXXXX); then
    trap 'rm -rf "$memory"' EXIT
    trap 'exit 1' HUP INT TERM
    chmod 755 "$memory"  # some tests are other users, too
    printf '#!/bin/sh\n' >"$memory/script"
    chmod +x "$memory/script"
    if "$memory/script" 2>/dev/null; then export TMPDIR="$memory"; fi  # not where nothing may be run
fi

step 'Packages'
install_packages $build_packages $test_packages

step 'Build and test (g++, warnings are errors)'
unit_tests=OFF
if [ "${1:-}" = quick ]; then unit_tests=ON; fi
# shellcheck disable=SC2086  # a list of options
cmake -S . -B build/test -G Ninja -DCMAKE_BUILD_TYPE=Release -DTEAMCTL_WERROR=ON -DTEAMCTL_UNIT_TESTS=$unit_tests $unity >build-configure.log 2>&1 || { cat build-configure.log; exit 1; }
rm -f build-configure.log
build build/test
ctest --test-dir build/test --output-on-failure -j $((jobs + 1))  # some wait

if [ "${1:-}" = quick ]; then exit 0; fi

step 'Sanitizers (clang++, ASan and UBSan)'
# shellcheck disable=SC2086  # a list of options
cmake -S . -B build/sanitize -G Ninja $unity -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_CXX_FLAGS=-O1 \
    -DCMAKE_CXX_FLAGS_DEBUG=-gline-tables-only \
    -DTEAMCTL_SANITIZE=address,undefined -DTEAMCTL_FUZZ=ON >/dev/null
fuzzers=$(basename -s .cpp -a tests/fuzz/fuzz_*.cpp)
# shellcheck disable=SC2086  # a list of names
build build/sanitize --target unit_tests $fuzzers
ctest --test-dir build/sanitize --output-on-failure -j "$jobs" -L '^unit$'

step 'Fuzzers, 10 seconds each'
# shellcheck disable=SC2086  # a list of names
printf 'build/sanitize/tests/%s\n' $fuzzers | xargs -P "$jobs" -n 1 sh tests/fuzz/short.sh
