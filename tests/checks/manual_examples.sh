#!/bin/sh
# Runs every example of the manual, the lines that begin with a dollar, on a copy of an example team: each ends with 0 or
# 1 and says nothing on stderr but which files were written. The examples of a page run one after the other.
# usage: manual_examples.sh TEAMCTL MAN_DIR EXAMPLE_TEAM
set -eu
teamctl=$(realpath "$1")
man=$(realpath "$2")
team=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
unset TEAMCTL_DIR TEAMCTL_WHO
status=0
count=0

# A program, not a function: git calls it, too.
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" --today 2026-11-30T17:30 "$@"\n' "$teamctl" >"$work/bin/teamctl"
chmod +x "$work/bin/teamctl"
PATH=$work/bin:$PATH

for page in "$man"/*.[157]; do
    rm -rf "$work/team"
    cp -R "$team" "$work/team"
    # The examples record the attendance of this day themselves.
    sed -i '/^- attendance/d' "$work/team/log/2026-11/2026-11-30.yaml"
    sed -n 's/^\$ //p' "$page" | sed 's/\\e/\\/g' >"$work/examples"
    cd "$work/team"
    while IFS= read -r example; do
        count=$((count + 1))
        code=0
        eval "$example" >"$work/out" 2>"$work/err" || code=$?
        grep -v '^written: ' "$work/err" >"$work/told" || true
        if [ "$code" -gt 1 ] || [ -s "$work/told" ]; then
            echo "$(basename "$page"): $example: exit $code"
            sed 's/^/  /' "$work/told"
            status=1
        fi
    done <"$work/examples"
    cd "$work"
done
[ "$count" -ge 30 ] || { echo "only $count examples found"; status=1; }
exit $status
