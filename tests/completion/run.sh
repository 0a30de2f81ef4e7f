#!/bin/sh
# Completion in the real shells: what each would put at the cursor, against the same list of expectations. A shell that is
# missing is skipped; with none there it ends with 77.
# usage: run.sh TEAMCTL SOURCE_DIR
set -eu
here=$(cd "$(dirname "$0")" && pwd)
teamctl=$(realpath "$1")
source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$teamctl" "$work/bin/teamctl"
cp -R "$source/examples/sales" "$work/team"
cp -R "$source/examples/it" "$source/examples/facility" "$source/examples/petrol" "$source/examples/petrol-en" "$work"
export PATH="$work/bin:$PATH" HOME="$work" LC_ALL=C.UTF-8
unset TEAMCTL_DIR TEAMCTL_WHO
cd "$work/team"
failed=0
passed=0
shells=0

# expect SHELL LINE WANTED...: every wanted candidate is there; one that begins with ! is not.
expect() {
    shell=$1
    line=$2
    shift 2
    "in_$shell" "$line" >"$work/got" 2>"$work/err" || true
    for wanted; do
        good=yes
        case $wanted in
            !*) if grep -qxF -e "${wanted#!}" "$work/got"; then good=no; fi ;;
            *) grep -qxF -e "$wanted" "$work/got" || good=no ;;
        esac
        if [ $good = yes ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "$shell: '$line': expected $wanted, got:"
            head -n 12 "$work/got" "$work/err" | sed 's/^/  /'
        fi
    done
}

# Each puts the whole words that the shell would stand at the cursor, one a line.
in_bash() {
    teamctl completion bash >"$work/bash"
    LISTED=${LISTED:-} LINE=$1 bash --norc -c '
        . "'"$work"'/bash"
        COMP_LINE=$LINE COMP_POINT=${#LINE}
        # the words as readline breaks them: at blanks, and at = and : as words of their own
        COMP_WORDS=() word=
        for ((i = 0; i < ${#LINE}; i++)); do
            c=${LINE:i:1}
            case $c in
                " ") [[ -n $word ]] && COMP_WORDS+=("$word"); word= ;;
                = | :) [[ -n $word ]] && COMP_WORDS+=("$word"); COMP_WORDS+=("$c"); word= ;;
                *) word+=$c ;;
            esac
        done
        [[ -n $word || $c == " " ]] && COMP_WORDS+=("$word")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        compopt() { :; }
        [[ -z $LISTED ]] || COMP_TYPE=63
        _teamctl
        last=${LINE##* }
        lead=
        [[ $last == *[=:]* ]] && lead=${last%"${last##*[=:]}"}
        for reply in "${COMPREPLY[@]}"; do printf "%s\n" "$lead$reply"; done'
}

in_zsh() {
    teamctl completion zsh >"$work/zsh"
    LINE=$1 zsh -f -c '
        compdef() { }
        . "'"$work"'/zsh"
        # what the completion system would set
        words=("${(@s: :)LINE}") CURRENT=${#words} PREFIX=$words[-1]
        compadd() {
            local name=${@[-1]} value
            for value in "${(@P)name}"; do print -r -- "$value"; done
        }
        _files() { print -r -- :files; }
        _teamctl'
}

in_fish() {
    teamctl completion fish >"$work/fish"
    LINE=$1 fish --no-config -c '
        source "'"$work"'/fish"
        complete -C "$LINE"' | cut -f 1
}

for shell in bash zsh fish; do
    command -v $shell >/dev/null || { echo "no $shell here"; continue; }
    shells=$((shells + 1))
    expect $shell 'teamctl ' check summary completion '!__complete'
    expect $shell 'teamctl sum' summary '!check'
    expect $shell 'teamctl summary --' --unit --person --format --lang
    expect $shell 'teamctl summary --unit ' sales sales1 '!zhangwei'
    expect $shell 'teamctl summary --format ' html json slack '!ics'
    expect $shell 'teamctl summary --format=j' --format=json
    expect $shell 'teamctl --lang zh summary --lang ' zh en
    expect $shell 'teamctl summary ' 本月 上周 '!张伟'
    expect $shell 'teamctl person zh' zhangwei zhaomin '!wangli'
    expect $shell 'teamctl person 张' 张伟
    expect $shell 'teamctl person zhangwei ' 本月
    expect $shell 'teamctl next ' reception
    expect $shell 'teamctl checklist o' opening
    expect $shell 'teamctl explain ref' refund_rate
    expect $shell 'teamctl award 2026-11 ' sales-ace
    expect $shell 'teamctl swap 2026-12-01 morning ' host lecturer
    expect $shell 'teamctl swap 2026-12-01 晨会 ' host lecturer
    expect $shell 'teamctl swap 2026-11-27 morning host zhaomin ' huangtao '!zhaomin'
    expect $shell 'teamctl log ' praise customer_closed
    expect $shell 'teamctl log 表' 表扬
    expect $shell 'teamctl log praise ' who= for= by=
    expect $shell 'teamctl log praise who=zhangwei ' for= '!who='
    expect $shell 'teamctl log praise who=zh' who=zhangwei who=zhaomin '!who=wangli'
    expect $shell 'teamctl log praise 表扬谁=zhangwei ' for= '!who='
    expect $shell 'teamctl log 检查 清单=opening 不合格=de' 不合格=demo
    expect $shell 'teamctl log score kind=' kind=exam kind=lecture
    expect $shell 'teamctl log attendance meeting=' meeting=morning
    expect $shell 'teamctl log attendance meeting=morning late=zhangwei,li' late=zhangwei,liqiang
    expect $shell 'teamctl --today 2026-11-30 log contact customer=c261130' customer=c261130-zhangwei-1
    expect $shell 'teamctl log customer ' name= '!id='
    expect $shell 'teamctl schema me' meeting
    expect $shell 'teamctl -C ../it asset pc-' pc-fin pc-hr
    expect $shell 'teamctl -C ../it --today 2026-11-30 ticket t261130' t261130-luting-1
    expect $shell 'teamctl -C ../it --today 2026-11-30 ticket 2026-1' 2026-11 2026-10
    expect $shell 'teamctl -C ../facility asset --class fire-' fire-pump '!fire'
    expect $shell 'teamctl -C ../facility asset --system ' 消防报警 燃气 '!fire'
    expect $shell 'teamctl -C ../petrol-en asset --class ta' tank
    expect $shell 'teamctl -C ../petrol asset --site ' 滨河路站 '!tank'
    expect $shell 'teamctl explain fu' fund
    expect $shell 'teamctl explain 出' 出勤率 '!attendance_rate'
    expect $shell 'teamctl standings --by 退' 退款率 '!业绩'
    expect $shell 'teamctl --today 2026-11-30 explain customer c261130' c261130-zhangwei-1
    expect $shell 'teamctl --today 2026-11-30 schedule 2026-1' 2026-12
    expect $shell 'teamctl --today 2026-11-30 swap 2026-12-0' 2026-12-01
    expect $shell 'teamctl help tu' tutorial
    expect $shell 'teamctl completion ' bash zsh fish
    expect $shell 'teamctl init --template ' sales minimal
    expect $shell 'teamctl demo --template ' helpdesk
    expect $shell 'teamctl log 投' 投诉
    expect $shell 'teamctl log comp' complaint
    expect $shell 'teamctl log 投诉 ' zhangwei who= '!kind='
    expect $shell 'teamctl log 投诉 张' 张伟
    expect $shell 'teamctl log 表扬 ' zhangwei for=
    expect $shell 'teamctl log 表扬 张伟 ' for= '!wangli' '!who='
    expect $shell 'teamctl log 考勤 ' morning
    expect $shell 'teamctl log 考勤 晨' 晨会
    expect $shell 'teamctl log 考勤 晨会 迟' 迟到=
    expect $shell 'teamctl log 考勤 晨会 迟到=张伟,李' 迟到=张伟,李强
    expect $shell 'teamctl log 检查 ' opening
    expect $shell 'teamctl --today 2026-11-30 log 成交 张伟 c261130' c261130-zhangwei-1
    expect $shell 'teamctl log --' --undo --edit --yes
    expect $shell 'teamctl log 表扬 --' --edit '!--undo' '!--yes'
    expect $shell 'teamctl log 迟到 ' zhangwei '!rest'
    expect $shell 'teamctl log 考勤 晨会 迟到 张' 张伟
    expect $shell 'teamctl log 迟到 张伟 ' morning
    expect $shell 'teamctl log 迟' 迟到
    expect $shell 'teamctl log 昨天 ' praise 迟到
    expect $shell 'teamctl log 昨天 表扬 ' zhangwei for=
    expect $shell 'teamctl log last friday praise zh' zhangwei '!wangli'
    expect $shell 'teamctl log 昨' 昨天
    expect $shell 'teamctl leave ' zhangwei
    expect $shell 'teamctl leave 张伟 ' sick annual
    expect $shell 'teamctl leave 张伟 病' 病假 '!sick'
    expect $shell 'teamctl leave 张伟 病假 ' 今天 half=am
    expect $shell 'teamctl leave 张伟 病假 --' --replan
    expect $shell 'teamctl roster ' add change leaves
    expect $shell 'teamctl roster change 张伟 ' from= position= '!id='
    expect $shell 'teamctl roster change 张伟 unit=' unit=sales1
    expect $shell 'teamctl roster add 孙梅 position=' position=业务员
    expect $shell 'teamctl roster add 孙梅 level=' level=management
    expect $shell 'teamctl roster add 孙梅 level=管' level=管理层
    expect $shell 'teamctl roster add 孙梅 skills=host,' skills=host,lecturer
    expect $shell 'teamctl roster add 孙梅 mentor=张' mentor=张伟
    expect $shell 'teamctl roster leaves 吴昊 ' 今天
    expect $shell 'teamctl rename ' person role series checklist
    expect $shell 'teamctl rename role ' host duty
    expect $shell 'teamctl rename series 晨' 晨会
    expect $shell 'teamctl rename checklist o' opening
    expect $shell 'teamctl edit 花' 花名册
    expect $shell 'teamctl edit 值' 值班
    expect $shell 'teamctl edit 值班 ' desk '!morning'
    expect $shell 'teamctl edit meeting ' morning '!desk'
    expect $shell 'teamctl edit checklist ' opening
    expect $shell 'teamctl customer --state ' open won
    expect $shell 'teamctl customer --state 在' 在跟
    expect $shell 'teamctl customer --' --territory --unit
    expect $shell 'teamctl summary --' --teams --full
    expect $shell 'teamctl due --' --teams --full --who
    expect $shell 'teamctl schedule --' --who --alarm --proof
    expect $shell 'teamctl import ' holidays customers leave
    expect $shell 'teamctl export ' customers roster
    expect $shell 'teamctl summary --format x' xlsx
    expect $shell 'teamctl site pages ' 今年
done
# Bash shows candidates without what they are: where it only lists them, each is listed with it.
if command -v bash >/dev/null; then
    LISTED=yes expect bash 'teamctl log award' 'award_proposed  奖项提议'
    LISTED=yes expect bash 'teamctl log praise zh' 'zhangwei  张伟'
fi
# Outside of a team what needs none is offered still, and nothing is said.
cd "$work"
for word in check summary; do
    teamctl __complete '' 2>&1 | grep -q "^$word" || { echo "outside of a team: no $word"; failed=$((failed + 1)); }
done
[ -z "$(teamctl __complete person '' 2>&1)" ] || { echo 'outside of a team there are people'; failed=$((failed + 1)); }
echo "$passed passed, $failed failed in $shells shells"
[ $failed -eq 0 ] || exit 1
[ $shells -gt 0 ] || exit 77
