#!/usr/bin/env bash
# Runs the jlink of a JDK 25, whichever Java runs Maven and whichever jlink comes first on the path.
# usage: link-runtime.sh ARGUMENTS-OF-JLINK
set -euo pipefail

source "${BASH_SOURCE[0]%/*}/../launcher/jdk.sh"
require_jdk
exec "$jdk/bin/jlink" "$@"
