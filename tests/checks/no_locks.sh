#!/bin/sh
# Nothing that a writer leaves in a team directory is tracked, nor can it be: the lock of an example would go into every
# team that init makes from it.
# usage: no_locks.sh REPOSITORY
set -eu
cd "$1"
git rev-parse --show-toplevel >/dev/null 2>&1 || { echo 'SKIPPED: no git repository' >&2; exit 77; }
status=0
if git ls-files | grep -E '(^|/)\.teamctl\.'; then
    echo 'these are tracked'
    status=1
fi
for name in .teamctl.lock .teamctl.tmp .teamctl.out.tmp; do
    git check-ignore -q --no-index "examples/sales/$name" || { echo ".gitignore does not name $name"; status=1; }
done
exit $status
