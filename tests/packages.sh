# The Debian packages that teamctl needs; sourced by tests/run.sh and examples/try.sh.
build_packages='cmake ninja-build g++ pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev libical-dev libicu-dev libzip-dev libpugixml-dev libxlsxwriter-dev libqrencode-dev libutf8proc-dev libgmp-dev libglpk-dev tzdata git ca-certificates'
test_packages='doctest-dev clang libclang-rt-14-dev clang-format coinor-libcbc-dev mandoc strace tmux ccache bash zsh fish python3-jsonschema python3-yaml python3-openpyxl python3-dateutil dpkg-dev file lintian khal shellcheck zbar-tools'

# Installs those of the packages that are not there yet, as root or through sudo, and says so.
install_packages() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || { echo 'all packages are there'; return 0; }
    echo "installing:$missing"
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
