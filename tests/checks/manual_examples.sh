#!/bin/sh
# Runs every example of the manual, the lines that begin with a dollar, on a copy of an example team: each ends with 0 or
# 1, says nothing on stderr but which files were written, and prints the lines that the page shows behind it. A block
# behind a comment .\" file NAME is written to that file first. The examples of a page run one after the other.
# usage: manual_examples.sh TEAMCTL MAN_DIR EXAMPLE_TEAM
set -eu
teamctl=$(realpath "$1")
man=$(realpath "$2")
team=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
unset TEAMCTL_DIR TEAMCTL_WHO
export XDG_STATE_HOME="$work/state"
status=0
count=0
shown=0

# A program, not a function: git calls it, too.
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" --today 2026-11-30T17:30 "$@"\n' "$teamctl" >"$work/bin/teamctl"
chmod +x "$work/bin/teamctl"
PATH=$work/bin:$PATH

# The steps of a page, each a file of its own: NNN.file (the name, then the text) or NNN.run (the command, then what it
# prints).
steps() {
    rm -rf "$work/steps"
    mkdir "$work/steps"
    awk -v dir="$work/steps" '
        function step(kind, line) { out = sprintf("%s/%03d.%s", dir, ++n, kind); print line >out }
        function plain(line) { gsub(/\\&/, "", line); gsub(/\\e/, "\\", line); return line }
        /^\.\\" file / { name = $3; next }
        /^\.Bd / { block = 1; out = ""; if (name != "") step("file", name); name = ""; next }
        /^\.Ed/ { block = 0; if (out != "") close(out); out = ""; next }
        block && /^\$ / { if (out != "") close(out); step("run", plain(substr($0, 3))); next }
        block && out != "" { print plain($0) >out }' "$1"
}

for page in "$man"/*.[157]; do
    rm -rf "$work/team"
    cp -R "$team" "$work/team"
    # The examples record the attendance of this day themselves.
    sed -i '/^- attendance/d' "$work/team/log/2026-11/2026-11-30.yaml"
    steps "$page"
    cd "$work/team"
    for step in "$work"/steps/*; do
        [ -f "$step" ] || continue
        first=$(head -n 1 "$step")
        tail -n +2 "$step" >"$work/rest"
        if [ "$step" != "${step%.file}" ]; then
            mkdir -p "$(dirname "$first")"
            cp "$work/rest" "$first"
            continue
        fi
        count=$((count + 1))
        code=0
        eval "$first" >"$work/out" 2>"$work/err" || code=$?
        grep -v '^written: ' "$work/err" >"$work/told" || true
        while IFS= read -r line; do
            shown=$((shown + 1))
            grep -qxF -- "$line" "$work/out" || echo "does not print: $line"
        done <"$work/rest" >>"$work/told"
        if [ "$code" -gt 1 ] || [ -s "$work/told" ]; then
            echo "$(basename "$page"): $first: exit $code"
            sed 's/^/  /' "$work/told"
            status=1
        fi
    done
    cd "$work"
done
[ "$count" -ge 30 ] || { echo "only $count examples found"; status=1; }
[ "$shown" -ge 30 ] || { echo "only $shown lines of output shown"; status=1; }
exit $status
