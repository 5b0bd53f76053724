#!/usr/bin/env bash
# Unpacks the archive $1 as a user would and runs it where there is no Java.
set -euo pipefail

fail() {
    printf 'archive check: %s\n' "$*" >&2
    exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/nothing here"
tar -xzf "$1" -C "$folder/nothing here"
proteus=$(echo "$folder/nothing here"/proteus-*/proteus)
home=${proteus%/*}

said=$(cd / && env -i PATH=/usr/bin:/bin JAVA_HOME=/nonexistent "$proteus" --version 2>&1)
[[ $said == "proteus "[0-9]* ]] || fail "--version said: $said"

cache="the start cache does not fit its jars"
env -i PATH=/usr/bin:/bin PROTEUS_JAVA_OPTIONS=-XX:AOTMode=on "$proteus" --version \
    >/dev/null 2>&1 || fail "$cache"

for part in licenses/THIRD-PARTY.txt runtime/legal/java.base; do
    [[ -e $home/$part ]] || fail "$part is missing"
done
printf 'archive check: %s holds, %s\n' "${1##*/}" "$(du -h "$1" | cut -f1)"
