#!/bin/sh
# Writes the pages of the manual in Chinese, which say what `teamctl help` says.
# usage: chinese_manual.sh TEAMCTL DIR   (DIR/man1 and DIR/man5 are made)
set -eu
teamctl=$1
mkdir -p "$2/man1" "$2/man5"
# Outside of any team, so that none decides the language.
cd /
"$teamctl" help --man --lang zh >"$2/man1/teamctl.1"
"$teamctl" help files --man --lang zh >"$2/man5/teamctl-files.5"
"$teamctl" __complete '' | cut -f 1 | while read -r command; do
    "$teamctl" help "$command" --man --lang zh >"$2/man1/teamctl-$command.1"
done
