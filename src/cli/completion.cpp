// The scripts of the shells: each asks `teamctl __complete` and hands on what it says.
#include "cli/line/commands.hpp"
#include "cli/session.hpp"

namespace teamctl::cli {
namespace {

// Bash breaks words at `=` and `:` too. They are put together again by the blanks of the line, and of each
// candidate only what follows the last such break is given back. Bash shows no words about candidates: a list
// of them has them behind each.
constexpr std::string_view bash_script =
    R"sh(# bash completion of teamctl. For this shell: source <(teamctl completion bash)
_teamctl() {
    local line=${COMP_LINE:0:COMP_POINT} words=() i word rest about shown=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        rest=${line#"${line%%[![:space:]]*}"}
        word=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && word=$rest
        if ((i > 0 && ${#rest} == ${#line})); then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        line=${rest#"$word"}
    done
    local current=${words[${#words[@]} - 1]} before= candidate
    for word in '=' ':'; do
        [[ $COMP_WORDBREAKS == *"$word"* && $current == *"$word"* ]] || continue
        rest=${current%"$word"*}$word
        ((${#rest} > ${#before})) && before=$rest
    done
    COMPREPLY=()
    while IFS= read -r candidate; do
        about=
        [[ $candidate == *$'\t'* ]] && about="  ${candidate#*$'\t'}"
        candidate=${candidate%%$'\t'*}
        case $candidate in
            :files) compopt -o default 2>/dev/null; continue ;;
            :directories) compopt -o dirnames 2>/dev/null; continue ;;
            *=) compopt -o nospace 2>/dev/null ;;
        esac
        candidate=${candidate#"$before"}
        [[ $about == "  $candidate" ]] && about=
        shown+=("$candidate${about:0:30}")
        [[ $candidate == *[[:space:]\'\"\\\$\&\;\|\<\>\(\)\`*?!#]* ]] && printf -v candidate %q "$candidate"
        COMPREPLY+=("$candidate")
    done < <(command teamctl __complete "${words[@]:1}" 2>/dev/null)
    # Where they are listed and nothing is put in: with what each of them is.
    ((${COMP_TYPE:-9} == 63 && ${#shown[@]} > 1)) && COMPREPLY=("${shown[@]}")
    return 0
}
complete -o nosort -F _teamctl teamctl 2>/dev/null || complete -F _teamctl teamctl
)sh";

constexpr std::string_view zsh_script = R"sh(#compdef teamctl
# zsh completion of teamctl: a file _teamctl in a folder of $fpath, or: source <(teamctl completion zsh)
_teamctl() {
    local -a before values shown open_values open_shown
    local line value about
    ((CURRENT > 2)) && before=("${(@Q)words[2,CURRENT-1]}")
    for line in "${(@f)$(command teamctl __complete "${before[@]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        case $line in
            '') continue ;;
            :files) _files; return ;;
            :directories) _files -/; return ;;
        esac
        value=${line%%$'\t'*}
        about=$value
        [[ $line == *$'\t'* ]] && about="$value  -- ${line#*$'\t'}"
        if [[ $value == *= ]]; then
            open_values+=("$value") open_shown+=("$about")
        else
            values+=("$value") shown+=("$about")
        fi
    done
    compadd -l -V teamctl -d shown -a values
    compadd -l -V teamctl -S '' -d open_shown -a open_values
    ((${#values} + ${#open_values} > 0))
}
if [ "${funcstack[1]}" = _teamctl ]; then _teamctl "$@"; else compdef _teamctl teamctl; fi
)sh";

constexpr std::string_view fish_script =
    R"sh(# fish completion of teamctl. For this shell: teamctl completion fish | source
function __teamctl_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l word (commandline -ct)
    for line in (command teamctl __complete $before "$word" 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path "$word"
            case ':directories'
                __fish_complete_directories "$word"
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c teamctl -e
complete -c teamctl -f -k -a '(__teamctl_complete)'
)sh";

Exit run_completion(Session& session) {
    const auto shell = session.argument(0);
    if (shell == "bash")
        session.write(bash_script);
    else if (shell == "zsh")
        session.write(zsh_script);
    else if (shell == "fish")
        session.write(fish_script);
    else
        return session.refuse(say("cli.bad_value", "SHELL", shell),
                              say("check.choose_from", "bash, zsh, fish"));
    return Exit::done;
}

}  // namespace

CommandSpec completion_command() {
    return {"completion",
            "命令行补全的脚本，连人名、编号一起补",
            "a script that lets the shell complete words, ids of the team too",
            {{"SHELL", true, false, "bash、zsh 或 fish", "bash, zsh or fish", Completes::choice,
              "bash zsh fish"}},
            {},
            {},
            run_completion};
}

}  // namespace teamctl::cli
