#!/bin/sh
# Every page in a real browser: made from the example teams in both languages and from a team of hostile names, measured
# on a phone, a desk and in the dark (measure.js says what is asked of a page), printed, and found by the search of a site.
# 77 where there is no Chromium.
# usage: run.sh [DIRECTORY to keep the pages in]; TEAMCTL names the program, CHROMIUM the browser, AXE the script
# axe.min.js of axe-core, which is asked as well where it is named
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
teamctl=$(realpath "${TEAMCTL:-$source/build/src/teamctl}")
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$browser" ]; then
    echo "SKIPPED: no chromium here, so no page was looked at" >&2
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
pages=${1:-$work/pages}
mkdir -p "$pages"
export LC_ALL=C.UTF-8 TZ=UTC
unset TEAMCTL_DIR TEAMCTL_WHO
. "$here/hostile.sh"

today=2026-11-30T08:30
# page NAME TEAM ARGUMENTS...: makes one page. Exit code 1 is "something to act on".
page() {
    name=$1
    at=$2
    shift 2
    code=0
    "$teamctl" -C "$at" --today "$today" "$@" -f html -o "$pages/$name.html" 2>"$work/told" || code=$?
    [ "$code" -le 1 ] || { echo "$name: exit $code"; cat "$work/told"; exit 1; }
}

# pages PREFIX TEAM WHO OPTION...: all kinds of pages of one team.
pages() {
    prefix=$1
    team=$2
    who=$3
    shift 3
    page "$prefix-agenda" "$team" agenda "$@"
    page "$prefix-schedule" "$team" schedule 2026-12 "$@"
    page "$prefix-poster" "$team" schedule 2026-12 --poster "$@"
    page "$prefix-summary" "$team" summary "$@"
    page "$prefix-checklist" "$team" checklist 2026-11-30 "$@"
    page "$prefix-due" "$team" due "$@"
    page "$prefix-person" "$team" person "$who" --contact "$@"
    page "$prefix-roster" "$team" roster "$@"
    page "$prefix-standings" "$team" standings "$@"
    page "$prefix-award" "$team" award "$@"
    page "$prefix-calendar" "$team" calendar "$@"
    page "$prefix-records" "$team" records "$@"
    page "$prefix-explain" "$team" explain attendance_rate "$@"
}

for example in sales:sunyan sales-en:sunyan service:hejun service-en:hejun facility:guobin facility-en:guobin; do
    pages "${example%:*}" "$source/examples/${example%:*}" "${example#*:}"
done
pages minimal "$source/examples/minimal" zhangsan
pages minimal-en "$source/examples/minimal-en" ann
for example in facility facility-en sales sales-en minimal minimal-en; do
    page "$example-asset" "$source/examples/$example" asset
    page "$example-ticket" "$source/examples/$example" ticket
    page "$example-customer" "$source/examples/$example" customer
done
page sales-a3-poster "$source/examples/sales" schedule 2026-12 --poster --paper a3
for example in bank bank-en it it-en petrol petrol-en; do
    page "$example-poster" "$source/examples/$example" schedule 2026-12 --poster
done
# A certificate is printed when its month is over.
today=2026-12-01
page sales-certificate "$source/examples/sales" award 2026-11 --certificate sunyan
page sales-en-certificate "$source/examples/sales-en" award 2026-11 --certificate sunyan
today=2026-11-30T08:30
page sales-year "$source/examples/sales" summary 2026
hostile_team "$source/examples/sales" "$work/hostile"
pages hostile "$work/hostile" sunyan
today=2026-12-01
page hostile-certificate "$work/hostile" award 2026-11 --certificate sunyan
today=2026-11-30T08:30
pages hostile-en "$work/hostile" sunyan --lang en

# The pages go into one page of frames: one start of the browser measures them all.
{
    printf '<!DOCTYPE html><meta charset="utf-8"><body><pre id="report">nothing was measured</pre><script>\nconst pages = [\n'
    for file in "$pages"/*.html; do
        printf '["%s", "%s"],\n' "$(basename "$file" .html)" "$(base64 "$file" | tr -d '\n')"
    done
    printf '];\nconst hostile = ['
    hostile_names | while IFS= read -r line; do printf '"%s", ' "$(printf %s "$line" | base64 | tr -d '\n')"; done
    printf '];\n'
    printf 'const axe_source = "%s";\n' "$([ -z "${AXE:-}" ] || base64 "$AXE" | tr -d '\n')"
    cat "$here/measure.js"
    printf '</script>\n'
} >"$work/frames.html"

# run_browser ARGUMENTS...
run_browser() {
    "$browser" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$work/profile" "$@" 2>"$work/browser" ||
        { cat "$work/browser"; exit 1; }
}

status=0
for scheme in light dark; do
    number=1
    [ $scheme = light ] || number=0  # Blink's PreferredColorScheme: 0 is dark, 1 is light
    run_browser --virtual-time-budget=600000 --blink-settings=preferredColorScheme=$number --window-size=1400,900 \
        --dump-dom "file://$work/frames.html#$scheme" >"$work/dom"
    sed '/^<!DOCTYPE/d; s/.*<pre id="report">//; s/<\/pre>.*//; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' "$work/dom" >"$work/report"
    cat "$work/report"
    grep -q '^measured [1-9][0-9]* pages, [0-9]* times, 0 faults$' "$work/report" || status=1
done

# print_page NAME: its sheets of paper are counted in `sheets`.
print_page() {
    run_browser --no-pdf-header-footer --print-to-pdf="$work/$1.pdf" "file://$(realpath "$pages/$1.html")"
    sheets=$(grep -a -c '/Type /Page$' "$work/$1.pdf" || true)
}

# A month for the wall and a certificate are one sheet of paper; an agenda, a month of the rota (of two teams), the calendar and
# the checks of a day two; a summary of a month and the register of the largest team three.
for name in $(cd "$pages" && ls -- *-poster.html *-certificate.html | sed 's/\.html$//; /^hostile/d'); do
    print_page "$name"
    case $name in
        *-a3-*) size='841 1191' ;;
        *) size='594 841' ;;
    esac
    # shellcheck disable=SC2086  # two lengths in points, of which a printer may lose a fraction
    set -- $size
    grep -a -q "/MediaBox \[0 0 $2[.0-9]* $1[.0-9]*\]" "$work/$name.pdf" || { echo "$name: the sheet is not $size"; status=1; }
    # Who won several awards has a certificate of each.
    wanted=$(grep -c '<article' "$pages/$name.html" || true)
    [ "$wanted" -gt 0 ] || wanted=1
    [ "$sheets" = "$wanted" ] || { echo "$name: $sheets sheets of paper"; status=1; }
done
for name in $(cd "$pages" && ls -- *-agenda.html *-summary.html facility*-schedule.html sales*-schedule.html *-calendar.html facility*-asset.html facility*-checklist.html | sed 's/\.html$//; /^hostile/d'); do
    print_page "$name"
    case $name in
        *-agenda | *-schedule | *-calendar | *-checklist) most=2 ;;
        *) most=3 ;;
    esac
    { [ "$sheets" -ge 1 ] && [ "$sheets" -le $most ]; } || { echo "$name: $sheets sheets of paper"; status=1; }
done

# The search of a site leads to the page of whom it is asked for, and to nobody else.
"$teamctl" -C "$source/examples/sales" --today "$today" site "$work/site" 2>/dev/null
run_browser --dump-dom "file://$work/site/search.html?q=%E5%AD%99%E7%87%95" >"$work/dom"
found=$(grep -v '<li hidden' "$work/dom" | grep -c 'href="people/' || true)
{ [ "$found" = 1 ] && grep -v '<li hidden' "$work/dom" | grep -q 'href="people/sunyan.html"'; } ||
    { echo "search for one name found $found people"; status=1; }
exit $status
