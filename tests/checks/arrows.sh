#!/bin/sh
# No include runs against the order of the house: base < yaml < team < calendar < store, intake, rota, rules < waiting
# < check < entry, report < cli; render and lang stand on base alone, entry knows the words of both languages, and cli puts
# them together.
# Third-party headers stay in their rooms.
# usage: arrows.sh SOURCE_DIR
set -eu
src=$1
status=0

# allow ROOM OTHER...: the rooms that ROOM and the rooms within it may include, itself always.
allow() {
    room=$1
    shift
    allowed="^($(echo "$room $*" | tr ' ' '|'))/"
    bad=$(grep -rnE '^#include "[a-z]+/' "$src/$room" --include='*.?pp' | sed 's/#include "//; s/"$//' |
        awk -F: -v allowed="$allowed" '$3 !~ allowed { print "  " $1 ":" $2 ": " $3 }')
    if [ -n "$bad" ]; then
        echo "$room may include: $*; but"
        echo "$bad"
        status=1
    fi
}

# only HEADER ROOM: where a library may be known.
only() {
    bad=$(grep -rnE "^#include <$1" "$src" | grep -vE "^$src/$2" || true)
    if [ -n "$bad" ]; then
        echo "<$1> belongs to $2 alone; but"
        echo "$bad" | sed 's/^/  /'
        status=1
    fi
}

allow base
allow yaml base
allow team base yaml
allow store base yaml team calendar
allow calendar base yaml team
allow intake base yaml team calendar
allow rota base yaml team store calendar
allow rules base yaml team store calendar
allow waiting base yaml team calendar rules
allow check base yaml team store calendar rota rules waiting
allow report base yaml team store calendar intake rota rules waiting
allow entry base yaml team store calendar rules lang
allow cli base yaml team store calendar intake rota rules waiting check entry report render lang
allow render base
allow lang base
only CLI/ cli/line/parse.cpp
only yaml-cpp/ yaml/
for room in "$src"/*/; do
    case " base yaml team store calendar intake rota rules waiting check entry report cli render lang " in
        *" $(basename "$room") "*) ;;
        *) echo "unknown room $room"; status=1 ;;
    esac
done
exit $status
