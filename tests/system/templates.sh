#!/bin/sh
# Every template, in both languages: made without a word, checked without a word, and it works in git as it is.
. "$(dirname "$0")/common.sh"
templates=$(ls "$source/examples" | sed -n 's/-en$//p')
[ -n "$templates" ] || { echo 'no templates' >&2; exit 2; }
for template in $templates; do
    for language in zh en; do
        team=$template-$language
        expect_silence 0 teamctl init "$team" --template "$template" --lang $language
        expect_silence 0 teamctl -C "$team" check --strict
        for command in agenda 'schedule 2026-12' summary checklist calendar due roster; do
            # shellcheck disable=SC2086  # a command and its period
            "$binary" -C "$team" --today $today $command > output 2> errors
            code=$?
            tried=$((tried + 1))
            [ $code -le 1 ] && [ -s output ] && [ ! -s errors ] || { complain "$team: $command: exit $code"; cat errors; }
        done
        [ ! -e "$team/.teamctl.lock" ] || complain "$team: made with a lock of somebody else's"
        # Nothing that a writer leaves for a moment is ever committed.
        for name in .teamctl.lock '.teamctl.tmp*' .teamctl.journal '.teamctl.out.*'; do
            tried=$((tried + 1))
            grep -qxF -e "$name" "$team/.gitignore" || complain "$team/.gitignore does not name $name"
        done
        expect_silence 0 teamctl init "own-$team" --template "$template" --lang $language --today $today \
            --people 'A/N,B/N,C/N,D/N,E/N,F/N,G/N,H/S,I/S,J/S,K/S,L/S,M/S,N/S'
        expect_silence 0 teamctl -C "own-$team" check --strict
        expect 2 "$team" teamctl init "$team" --template "$template" --lang $language
    done
done
finish
