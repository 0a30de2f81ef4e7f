#!/bin/sh
# The Debian package of the tree as it is built: lintian has nothing against it, it says what it is and what it needs, and
# what it holds works where it is unpacked: the program, the manual, completion, the example teams.
# Ends with 77 where the tools of Debian are missing.
# usage: run.sh BUILD_DIR
set -eu
build=$(realpath "$1")
for tool in cpack dpkg-deb dpkg-shlibdeps file lintian; do
    command -v $tool >/dev/null || { echo "no $tool"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 077 # whatever the builder's is, the package is for all to read
cd "$build"
cpack -G DEB -B "$work" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
deb=$(echo "$work"/teamctl_*.deb)
failed=0
passed=0

# good WHAT COMMAND...: the command succeeds.
good() {
    what=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$what"
        sed 's/^/  /' "$work/out"
    fi
}
# The page in Chinese is set without an error, and has each option of the command.
chinese_page() {
    page=$share/man/zh_CN/man1/teamctl-$1.1.gz
    zcat "$page" >"$work/page" && [ -z "$(mandoc -T lint -W error "$work/page")" ] || return 1
    mandoc -T utf8 "$work/page" | col -b | tr -s ' \t\n' ' ' >"$work/page.txt"
    "$teamctl" help "$1" --lang zh | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' >"$work/options" || :
    while read -r option; do grep -qF -e "$option" "$work/page.txt" || return 1; done <"$work/options"
    grep -q '名称 teamctl-.* 用法' "$work/page.txt"
}
silent() { [ -z "$("$@" 2>&1 | tee /dev/stderr)" ]; }

good 'lintian has something against it' silent lintian --no-cfg --allow-root --fail-on warning,error "$deb"
dpkg-deb -f "$deb" >"$work/control"
good 'it does not depend on the libraries it is linked with' grep -q '^Depends:.*libyaml-cpp.*' "$work/control"
good 'it does not depend on the time zones' grep -q '^Depends:.*tzdata' "$work/control"

root=$work/root
dpkg-deb -x "$deb" "$root"
teamctl=$root/usr/bin/teamctl
good 'the version lacks the commit' sh -c "'$teamctl' --version | grep -qE '^teamctl [0-9.]+( \\([0-9a-f]{12}\\))?\$'"
good 'something is not for all to read' sh -c "[ -z \"\$(find '$root/usr' ! -perm -444)\" ]"
good 'something may be written by others' sh -c "[ -z \"\$(find '$root/usr' -perm /022)\" ]"

# A page for each command, those of the formats and the tutorial; each the same as in the sources.
share=$root/usr/share
for command in $("$teamctl" __complete '' | cut -f 1); do
    good "no page for $command" test -f "$share/man/man1/teamctl-$command.1.gz"
    good "no page in Chinese for $command, or another" chinese_page "$command"
done
good 'no page in Chinese of the program' test -f "$share/man/zh_CN/man1/teamctl.1.gz"
good 'no page in Chinese of the files' test -f "$share/man/zh_CN/man5/teamctl-files.5.gz"
good 'no page of the files' test -f "$share/man/man5/teamctl-files.5.gz"
for page in rota rules tutorial; do
    good "no page teamctl-$page" test -f "$share/man/man7/teamctl-$page.7.gz"
done
good 'a script cannot be run' test -x "$share/doc/teamctl/examples/contrib/teamctl-post"
for shell in bash-completion/completions/teamctl:bash zsh/vendor-completions/_teamctl:zsh fish/vendor_completions.d/teamctl.fish:fish; do
    good "completion of ${shell#*:} is another" sh -c "'$teamctl' completion ${shell#*:} | cmp - '$share/${shell%:*}'"
done

# Every example team is whole.
for team in "$share"/doc/teamctl/examples/*/teamctl.yaml; do
    good "$team: check finds problems" "$teamctl" -C "$(dirname "$team")" --today 2026-11-30 check
done
for document in README.md changelog.gz changelog.Debian.gz copyright; do
    good "no $document" test -s "$share/doc/teamctl/$document"
done

# A database of its own to install it into and take it out of again: nothing of it stays.
db=$work/installed
mkdir -p "$db/var/lib/dpkg/info" "$db/var/lib/dpkg/updates"
: >"$db/var/lib/dpkg/status"
dpkg_there() { dpkg --root="$db" --log="$work/dpkg.log" --force-not-root --force-depends --force-bad-path "$@"; }
good 'it cannot be installed' dpkg_there -i "$deb"
good 'the installed program does not run' "$db/usr/bin/teamctl" --version
good 'it cannot be removed' dpkg_there -P teamctl
good 'it leaves something behind' sh -c "[ -z \"\$(find '$db/usr' -type f 2>/dev/null)\" ]"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
