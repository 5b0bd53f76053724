# shellcheck shell=bash disable=SC2034
# Finds a JDK 25; sourced by ./proteus and .ci/run.

say() {
    printf 'proteus: %s\n' "$*" >&2
}

# Sets jdk to the first JDK 25 of the usual places.
find_jdk() {
    local candidate on_path release
    on_path=$(type -P javac) && on_path=$(readlink -f -- "$on_path") || on_path=
    for candidate in "${JAVA_HOME:-}" "${on_path%/bin/javac}" \
        /usr/lib/jvm/* /opt/* ~/.jdks/* ~/.sdkman/candidates/java/*; do
        [[ -x $candidate/bin/javac && -r $candidate/release ]] || continue
        read -r -d '' release <"$candidate/release" || true
        if [[ $release == *'JAVA_VERSION="25'[.\"]* ]]; then
            jdk=$candidate
            return
        fi
    done
    return 1
}

# Sets jdk; without a JDK 25 it offers to install one, or says how, and exits.
require_jdk() {
    find_jdk && return
    if offer_package openjdk-25-jdk-headless 'a JDK 25' && find_jdk; then
        return
    fi
    say 'needs a JDK 25 and found none (JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.jdks, SDKMAN).'
    say 'Debian 13 and newer: apt-get install openjdk-25-jdk-headless'
    say 'elsewhere: unpack Eclipse Temurin 25 (JDK, Linux) from https://adoptium.net'
    say 'into /usr/lib/jvm, or set JAVA_HOME to where it is.'
    exit 1
}

# Asks a person whether to install package $1, which is $2; fails if it cannot be or may not be.
offer_package() {
    local answer install=(apt-get install --no-install-recommends "$1")
    [[ -t 0 && -t 2 ]] && apt-cache show "$1" >/dev/null 2>&1 || return 1
    ((EUID == 0)) || install=(sudo "${install[@]}")
    read -r -p "proteus: needs $2. Install it now (${install[*]})? [y/N] " answer
    [[ $answer == [yY]* ]] || return 1
    "${install[@]}" -y >&2
}
