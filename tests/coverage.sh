#!/bin/sh
# Line coverage of the pure folders (calendar, rota, rules, report) by unit tests, rota tests and transcripts; each is
# to reach 95 %.
#
#   tests/coverage.sh [--lines PATH]
#
# Builds with g++ in build/cov, runs all once and prints a table; exit 1 where a folder falls short. --lines lists the
# lines of a folder or file (rules, report/due) that nothing ran, from the figures of the run before.
set -eu
cd "$(dirname "$0")/.."
build=$PWD/build/cov
log=$build/coverage.log
if [ "${1:-}" = --lines ]; then exec python3 tests/coverage.py "$build" "$2"; fi

mkdir -p "$build"
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Dev -DCMAKE_CXX_FLAGS=-O1 -DTEAMCTL_COVERAGE=ON \
    -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=8 > "$log"
ninja -C "$build" ${NINJA_JOBS:+-j "$NINJA_JOBS"} src/teamctl unit_tests rota_tests >> "$log" ||
    { tail -n 20 "$log"; exit 2; }
find "$build" -name '*.gcda' -delete
for run in "$build/tests/unit_tests" "$build/tests/rota/rota_tests" 'sh tests/cli/run.sh'; do
    TEAMCTL=$build/src/teamctl $run >> "$log" 2>&1 || echo "$run: failed, see $log"
done
exec python3 tests/coverage.py "$build"
