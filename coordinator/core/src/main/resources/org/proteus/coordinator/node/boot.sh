#!/bin/sh
# Makes this machine a worker of Proteus: fetches the archive, checks it, starts the worker until it
# ends well. Needs tar, gzip, sha256sum, bash, and curl or GNU wget; no Java.
umask 077

node=@node@
pool=@pool@
coordinators=@coordinators@
insecure=@insecure@
sha256=@sha256@
slots=@slots@
packages=@packages@

# No program is given the one-time token as an argument: others on the machine could see it.
token=@token@
home=${PROTEUS_NODE_HOME:-/var/lib/proteus-node}

say() {
    echo "proteus node $node: $*"
}

# What cannot be installed is missing to the worker, which says so; the rest works.
install_packages() {
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        say "cannot install $packages: this takes root and apt-get"
        return 0
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    # Each word is a package.
    # shellcheck disable=SC2086
    apt-get -qq install -y --no-install-recommends $packages || say "could not install $packages"
}

fetch() {
    url="$1/work/v1/archive?node=$node"
    if command -v curl >/dev/null; then
        printf 'header = "Authorization: Bearer %s"\n' "$token" >request
        curl --silent --show-error --fail --config request --output archive "$url"
    elif command -v wget >/dev/null; then
        printf 'header = Authorization: Bearer %s\n' "$token" >request
        wget --config=request --no-verbose --output-document=archive "$url"
    else
        say "there is neither curl nor wget"
        return 1
    fi
}

fetch_from_any() {
    for coordinator in $coordinators; do
        if fetch "$coordinator"; then
            echo "$sha256  archive" | sha256sum -c - >/dev/null && return 0
            say "the archive of $coordinator has another checksum"
        fi
    done
    return 1
}

# Doubles the pause before the next attempt, up to half a minute.
pause=1
rest() {
    sleep "$pause"
    [ "$pause" -ge 30 ] || pause=$((pause * 2))
}

mkdir -p "$home" && cd "$home" || exit 1
install_packages &
if [ ! -x worker/proteus ]; then
    until fetch_from_any; do
        rest
    done
    mkdir -p unpacked && tar -xzf archive -C unpacked || exit 1
    mv unpacked/* worker && rmdir unpacked && rm archive request
fi
[ -e worker.token ] || printf '%s\n' "$token" >join.token
unset token
wait

pause=1
# shellcheck disable=SC2086
until worker/proteus worker --id "$node" --pool "$pool" --slots "$slots" --work work \
    $(printf -- '--coordinator %s ' $coordinators) $insecure \
    --join-file join.token --token-file worker.token; do
    say "the worker ended with code $?; it is started again"
    rest
done
say "the worker has ended"
