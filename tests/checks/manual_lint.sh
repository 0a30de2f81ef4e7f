#!/bin/sh
# Every page of the manual is mdoc that mandoc has nothing against; ends with 77 where there is no mandoc. What depends on
# the machine, its clock and the pages installed there, is left aside, but links between our own pages must hold.
# usage: manual_lint.sh MAN_DIR
set -eu
man=$1
command -v mandoc >/dev/null || exit 77
status=0
for page in "$man"/*.[157]; do
    found=$(mandoc -T lint "$page" 2>/dev/null | grep -v 'referenced manual not found: \|date in the future' || true)
    [ -z "$found" ] || { echo "$found"; status=1; }
    for name in $(sed -n 's/^\.Xr \(teamctl[a-z-]*\) \([157]\).*/\1.\2/p' "$page"); do
        [ -f "$man/$name" ] || { echo "$page: no such page: $name"; status=1; }
    done
done
exit $status
