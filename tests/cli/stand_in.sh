# What tests/cli/other_language.py runs as `teamctl`: each call twice, first in the other language and, where it might
# write, on a copy, then as it is written, which is what the transcript sees. A shell and no Python, since
# a start of Python takes longer than both runs.
#
# $program is the real one; $log is a directory that gets one more for each call: `call` (the words), `language`, and
# `own` and `other`, each with `.code`, `.out` and `.err`.

# The language that the call speaks: what --lang says, else what the settings of the team say.
language_of() {
    directory=.
    while [ $# -gt 0 ]; do
        case $1 in
            --lang) printf '%s\n' "${2-}"; return ;;
            --lang=*) printf '%s\n' "${1#--lang=}"; return ;;
            -C | --directory) directory=${2-} ;;
        esac
        shift
    done
    cd "$directory" 2>/dev/null || return
    while [ ! -f teamctl.yaml ]; do
        [ "$PWD" != / ] || return
        cd .. || return
    done
    while read -r key value rest; do
        case $key in lang: | language:) case $value in zh*) echo zh ;; *) echo en ;; esac; return ;; esac
    done <teamctl.yaml
    echo en
}

# Runs the program in the other language, with the words of the call but those that name one.
in_the_other_language() {
    count=$#
    skip=no
    while [ "$count" -gt 0 ]; do
        word=$1
        shift
        count=$((count - 1))
        case $skip:$word in
            yes:*) skip=no; continue ;;
            no:--lang) skip=yes; continue ;;
            no:--lang=*) continue ;;
        esac
        set -- "$@" "$word"
    done
    case $language in zh) other=en ;; *) other=zh ;; esac
    cd "$PWD" || return  # where the copy stands now
    COLUMNS=1000 "$program" --lang "$other" "$@"
}

call=$log/$$
mkdir "$call" 2>/dev/null || call=$(mktemp -d "$log/XXXXXX")
printf '%s\0' "$@" >"$call/call"
if [ -t 0 ] || [ /dev/stdin -ef /dev/null ]; then : >"$call/in"; else cat >"$call/in"; fi
language=$(language_of "$@")
printf '%s' "$language" >"$call/language"
compared=no
reads=no
case $language in zh | en) compared=yes ;; esac
# The command is the first word that is neither an option nor the value of one.
command=
value=no
for word do
    case $value:$word in
        yes:*) value=no ;;
        no:-C | no:--directory | no:--lang | no:--today | no:--color) value=yes ;;
        no:-o* | no:--output*) reads=never ;;
        no:-*) ;;
        *) command=${command:-$word} ;;
    esac
done
case $command in
    # Their output is words alone, or a file of one language; what they are asked for is asked in one language.
    help | init | demo | completion | schema | import | edit) compared=no ;;
    # It takes no option before it, and offers the words of one language.
    __complete) compared=no ;;
    summary | agenda | due | explain | records | check | person | standings | calendar)
        if [ $reads = no ]; then reads=yes; fi ;;
esac
if [ $compared = yes ]; then
    # A copy takes the place, so that every path is the same.
    if [ $reads != yes ]; then
        mv "$HOME" "$HOME.kept"
        cp -a "$HOME.kept" "$HOME"
    fi
    (in_the_other_language "$@") <"$call/in" >"$call/other.out" 2>"$call/other.err"
    echo $? >"$call/other.code"
    if [ $reads != yes ]; then
        rm -rf "$HOME"
        mv "$HOME.kept" "$HOME"
    fi
fi
COLUMNS=1000 "$program" "$@" <"$call/in" >"$call/own.out" 2>"$call/own.err"
code=$?
echo $code >"$call/own.code"
if [ -s "$call/own.out" ]; then cat "$call/own.out"; fi
if [ -s "$call/own.err" ]; then cat "$call/own.err" >&2; fi
exit $code
