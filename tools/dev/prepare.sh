# SPDX-License-Identifier: EUPL-1.2
# What tools/run and tools/test share: install from Debian what is missing, configure, build. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Names in the given lists; those with a [command] that is already there are left out.
wanted_packages() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | while read -r package command; do
        command=${command//[\[\]]/}
        if [ -z "$command" ] || ! command -v "$command" >/dev/null; then echo "$package"; fi
    done
}

missing_packages() {
    local wanted
    wanted=$(wanted_packages "$@")
    [ -n "$wanted" ] || return 0
    # Names dpkg has never heard of make it complain, and are missing as well.
    # shellcheck disable=SC2086
    { dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } | sed -n 's/^installed //p' | sort -u |
        comm -13 - <(sort -u <<<"$wanted")
}

install_packages() {
    local missing as_root=()
    command -v dpkg-query >/dev/null || {
        say "This is no Debian: install what $(basename "$1") in tools/dev names in your system's own way."
        return 0
    }
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "Missing Debian packages, and no sudo to install them with. As root: apt-get install $missing"
        as_root=(sudo)
    fi
    say "Installing from Debian: $missing"
    "${as_root[@]}" apt-get -qq update || fail "The package lists could not be fetched. Check the network, or install by hand: $missing"
    # shellcheck disable=SC2086
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq install --no-install-recommends $missing >&2 ||
        fail "The packages could not be installed: $missing"
}

# configure PRESET [CMAKE-OPTION]...: only when the build folder is new, the presets changed or an option differs.
configure() {
    local preset=$1 folder=build/$1 option
    shift
    if [ -f "$folder/build.ninja" ] && [ ! CMakePresets.json -nt "$folder/build.ninja" ]; then
        local same=yes
        for option in "$@"; do
            grep -qx -- "$(sed 's/^-D\([^=]*\)=/\1:[A-Z]*=/' <<<"$option")" "$folder/CMakeCache.txt" || same=no
        done
        [ $same = no ] || return 0
    fi
    cmake --preset "$preset" "$@" >&2 || fail "The build could not be configured; the lines above tell what is missing."
}

# build PRESET [TARGET]...
build() {
    local preset=$1
    shift
    cmake --build --preset "$preset" ${1:+--target "$@"} >&2 || fail "The build failed; the first error above is the one to look at."
}
