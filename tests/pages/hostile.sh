# A team whose people, topics and customers bear names that a page could stumble over. Sourced by run.sh.

# The names, one a line: markup, quotes, entities, writing from right to left, a word without an end.
hostile_names() {
    cat <<'NAMES'
<script>document.title='taken'</script>
"><img src=x onerror=document.title='taken'>
R&D &amp; 'north' "south" </td></table>
محمد عبد الرحمن
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter
超长的名字一个字也不空从头到尾写了三十个汉字看看会不会把表格撑破了吧
NAMES
}

# hostile_team FROM TO: a copy of an example team with those names.
hostile_team() {
    cp -R "$1" "$2"
    for id in sunyan wangli linfeng zhangwei liqiang huangtao; do
        IFS= read -r name
        quoted="'$(printf %s "$name" | sed "s/'/''/g")'"
        quoted=$quoted awk -v id="$id" '
            BEGIN { quoted = ENVIRON["quoted"] }
            /^ *- id: / { here = $3 == id }
            here && /^    name: / { $0 = "    name: " quoted }
            { print }' "$2/roster.yaml" >"$2/roster.new"
        mv "$2/roster.new" "$2/roster.yaml"
    done <<NAMES
$(hostile_names)
NAMES
}
