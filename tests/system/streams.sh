#!/bin/sh
# Standard streams that are full, closed, or read only at the start.
. "$(dirname "$0")/common.sh"
cp -R "$source/examples/sales" team
cp -R team before
same() { diff -r before team > difference || { complain "$1 changed files"; cat difference; }; }
sh_() { env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 T="$binary" timeout 10 sh -c "$1"; }
common='-C team --today 2026-11-30T08:30'

if [ -c /dev/full ]; then
    for command in agenda 'summary -f html' 'records -f csv' check\ -f\ json 'help' '--help' --version; do
        expect 4 'No space left\|没有空间\|已满' sh_ "\$T $common $command > /dev/full"
    done
    expect 4 '' sh_ "\$T $common agenda -o /dev/full"
    # Nowhere to complain to either: the exit code still tells.
    expect 4 '' sh_ "\$T $common agenda > /dev/full 2>&1"
    expect 2 '' sh_ "\$T $common nonsense 2> /dev/full"
fi
same 'a full stream'

# Closed: the output must not land in a file of the team that takes the free number.
expect 4 '' sh_ "\$T $common agenda >&-"
expect 4 '' sh_ "\$T $common agenda >&- 2>&- <&-"
expect 2 '' sh_ "\$T $common nonsense >&- 2>&- <&-"
same 'a closed stream'
expect 0 '' sh_ "\$T $common -q log note text=one >/dev/null 2>&1 <&-"
expect 0 '' teamctl -C team check
sh_ "\$T $common log note text=two >&- 2>&- <&-"
expect 0 '' teamctl -C team check
rm -rf team
cp -R before team

# | head: a quiet end, and a reader that never reads at all.
for command in 'records -f csv' 'summary -f html' agenda 'schedule 2026-12' --help; do
    tried=$((tried + 1))
    sh_ "{ \$T $common $command; echo \$? > code; } 2> errors | head -n 1" > output
    [ "$(wc -l < output)" -eq 1 ] && [ ! -s errors ] && [ "$(cat code)" -le 1 ] ||
        { complain "$command | head -n 1: exit $(cat code)"; cat errors; }
    rm code
    tried=$((tried + 1))
    sh_ "{ \$T $common $command; echo \$? > code; } 2> errors | true"
    [ ! -s errors ] && [ "$(cat code)" -le 1 ] || { complain "$command | true: exit $(cat code)"; cat errors; }
done
# What is written to the disk comes first: the reader that is gone changes nothing.
sh_ "\$T $common log note text=kept | true"
tried=$((tried + 1))
grep -q 'text: kept' team/log/2026-11/2026-11-30.yaml || complain 'log into a closed pipe lost its record'

# A pager may stay open for long: the plan is written by then.
if command -v script > /dev/null; then
    tried=$((tried + 1))
    rm -f team/plans/2027-01.yaml
    cat > pager.sh <<'END'
cat > paged
[ ! -e team/plans/2027-01.yaml ] || echo written > seen
END
    sh_ "PAGER='sh pager.sh' script -qec 'stty rows 5; \$T $common schedule 2027-01 --write' /dev/null" \
        > output 2>&1 < /dev/null
    [ -s paged ] && [ -e seen ] || { complain 'schedule --write wrote only after the pager'; cat output; }
fi
finish
