#!/bin/sh
# Makes this machine a worker of Proteus: installs packages, fetches the archive, checks it, starts
# the worker until it ends well. Needs tar, gzip, sha256sum, bash, and curl or GNU wget; no Java.
umask 077

node=@node@
pool=@pool@
coordinators=@coordinators@
insecure=@insecure@
sha256=@sha256@
slots=@slots@
packages=@packages@
patience=@patience@

# No program is given the one-time token as an argument: others on the machine could see it.
token=@token@
home=${PROTEUS_NODE_HOME:-/var/lib/proteus-node}

say() {
    echo "proteus node $node: $*"
}

# Doubles the pause before the next attempt, up to half a minute.
pause=1
rest() {
    sleep "$pause"
    [ "$pause" -ge 30 ] || pause=$((pause * 2))
}

# Whether each package is there, in the version that is asked for.
are_there() {
    for package; do
        found=$(dpkg-query -W -f '${db:Status-Status} ${Version}' "${package%%=*}" 2>/dev/null)
        case $package in
            *=*) [ "$found" = "installed ${package#*=}" ] || return 1 ;;
            *) [ "${found%% *}" = installed ] || return 1 ;;
        esac
    done
}

# How long may still be waited, at least a second.
seconds_left() {
    left=$((deadline - $(date +%s)))
    [ "$left" -gt 0 ] || left=1
    echo "$left"
}

# A name means the package of that name and no pattern. dpkg's lock is waited for: a fresh machine
# may be busy with its own upgrades. Whoever can be asked nothing keeps the settings that are there.
apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
        -o APT::Cmd::Pattern-Only=true -o APT::Update::Error-Mode=any \
        -o "DPkg::Lock::Timeout=$(seconds_left)" \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
        "$@" </dev/null >>apt.log 2>&1
}

# Writes what to do and the last errors into the file that is sent, whose end may be cut off; apt-get shows no password of an address.
write_failure() {
    {
        echo "$1 ($2):"
        grep '^E:' apt.log | tail -n 5
    } >failure
}

# Tries again while that may help: the network or a lock of apt's may not be there yet. A file named
# failure says why it did not work.
install_packages() {
    are_there "$@" && return
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "cannot install $*: this takes root and apt-get (take an image that has them)" >failure
        return 1
    fi
    deadline=$(($(date +%s) + patience))
    while :; do
        : >apt.log
        if apt update; then fresh=yes; else fresh=no; fi
        if apt --simulate install "$@"; then
            apt install "$@" && return
        elif [ "$fresh" = yes ]; then
            write_failure "cannot install $*" \
                "correct the pool's setting packages: names of the image's distribution"
            break
        fi
        if [ "$(date +%s)" -ge "$deadline" ]; then
            write_failure "could not install $* within $patience s" \
                "the machine needs a way to the packages of its distribution, or boot-time is short"
            break
        fi
        cat apt.log
        say "tries again to install $*"
        rest
    done
    cat apt.log
    return 1
}

# Asks a coordinator for something and writes the answer into a file; the last argument, if there is
# one, is a file to send.
ask() {
    url="$1/work/v1/$2?node=$node"
    if command -v curl >/dev/null; then
        printf 'header = "Authorization: Bearer %s"\n' "$token" >request
        curl --silent --show-error --fail --config request --output "$3" \
            ${4:+--header Content-Type:text/plain --data-binary "@$4"} "$url"
    elif command -v wget >/dev/null; then
        printf 'header = Authorization: Bearer %s\n' "$token" >request
        wget --config=request --no-verbose --output-document="$3" \
            ${4:+--header=Content-Type:text/plain --post-file="$4"} "$url"
    else
        say "there is neither curl nor wget"
        return 1
    fi
}

fetch_from_any() {
    for coordinator in $coordinators; do
        if ask "$coordinator" archive archive; then
            echo "$sha256  archive" | sha256sum -c - >/dev/null && return 0
            say "the archive of $coordinator has another checksum"
        fi
    done
    return 1
}

tell_any() {
    for coordinator in $coordinators; do
        ask "$coordinator" boot-failure answer failure && return 0
    done
    return 1
}

# Whoever has ordered this machine ends it when it hears why it is of no use.
give_up() {
    say "$(cat failure)"
    until tell_any; do
        rest
    done
    rm request
    exit 1
}

mkdir -p "$home" && cd "$home" || exit 1
# Each word is a package.
# shellcheck disable=SC2086
install_packages $packages &
installing=$!
if [ ! -x worker/proteus ]; then
    until fetch_from_any; do
        rest
    done
    if ! { mkdir -p unpacked && tar -xzf archive -C unpacked; }; then
        echo "cannot unpack the archive (has the machine's disk room for it?)" >failure
        give_up
    fi
    mv unpacked/* worker && rmdir unpacked && rm archive request
fi
wait "$installing" || give_up
[ -e worker.token ] || printf '%s\n' "$token" >join.token
unset token

pause=1
# shellcheck disable=SC2086
until worker/proteus worker --id "$node" --pool "$pool" --slots "$slots" --work work \
    $(printf -- '--coordinator %s ' $coordinators) $insecure \
    --join-file join.token --token-file worker.token; do
    say "the worker ended with code $?; it is started again"
    rest
done
say "the worker has ended"
