#!/bin/sh
# Rotas that took a program of integers half a minute: the value that it found, and proven. TEAMCTL names the program.
here=$(cd "$(dirname "$0")" && pwd)
bad=0

# hard TEAM PERIOD COVERED FAIRNESS
hard() {
    said=$("$TEAMCTL" -C "$here/$1" schedule "$2" --today 2026-11-30 -f json 2>/dev/null | tr -d ' \n' |
        grep -o '"coverage":{[^}]*}\|"fairness":{[^}]*}' | tr '\n' ' ')
    wanted="\"coverage\":{\"covered\":$3,\"bound\":$3,\"proven\":true} \"fairness\":{\"value\":$4,\"bound\":$4,\"proven\":true} "
    [ "$said" = "$wanted" ] || { echo "$1: $said"; bad=1; }
}

hard four 2026-12-01..2026-12-14 40 30.0000
hard mixed 2026-12 185 389.5235
exit $bad
