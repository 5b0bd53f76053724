#!/usr/bin/env bash
# Runs "$@" with the arguments of one small transformation, away from the user's files. A JVM that was
# told to make a start cache remembers what it loaded and linked; whether the transformation succeeds
# (the converter may not be installed) does not matter.
set -euo pipefail

home=$(readlink -f -- "${BASH_SOURCE[0]}")
home=${home%/cli/src/launcher/*}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

XDG_STATE_HOME=$folder/state XDG_CONFIG_HOME=$folder/config "$@" transform \
    --from "$home/config/src/main/resources/org/proteus/config/samples/photo.tiff" \
    --to png --into "$folder/out" </dev/null || true
