# shellcheck shell=bash disable=SC2154
# Builds what ./proteus runs from a source tree; sourced by it.
#
# Each build lies in a folder of its own, cli/target/proteus/run-*, so that it never changes under a
# process that runs from it; such a process holds a shared lock on the folder for its whole life.

# Sets run to the folder of an up-to-date build, locked for this process and what it becomes.
require_layout() {
    local layouts=$home/cli/target/proteus shared
    while true; do
        is_current "$layouts/current" || build "$layouts"
        run=$(readlink -f -- "$layouts/current")
        exec {shared}<"$run" && flock -s "$shared"
        # Another start may have replaced and removed it before the lock was held.
        [[ -e $run/built ]] && return
        exec {shared}<&-
    done
}

is_current() {
    local newer
    [[ -e $1/built ]] || return 1
    shopt -s nullglob
    newer=$(find "$home"/pom.xml "$home"/{*,*/*}/{pom.xml,src/main} \
        -newer "$1/built" -print -quit)
    shopt -u nullglob
    [[ -z $newer ]]
}

# Builds into a new folder under $1 and makes it the current one.
build() {
    local layouts=$1 fresh building
    mkdir -p "$layouts"
    exec {building}>"$layouts/lock"
    if ! flock -n "$building"; then
        say 'waiting for another start that builds'
        flock "$building"
    fi
    if ! is_current "$layouts/current"; then
        remove_unused "$layouts"
        fresh=$(mktemp -d "$layouts/run-XXXXXX")
        chmod 755 "$fresh"
        touch "$fresh/built.started"
        package "$fresh"
        train "$fresh"
        mv "$fresh/built.started" "$fresh/built"
        ln -sfn "${fresh##*/}" "$layouts/current.new"
        mv -T "$layouts/current.new" "$layouts/current"
    fi
    exec {building}>&-
}

# Compiles and puts all jars into $1/lib.
package() {
    local target=$home/cli/target/run
    find_maven
    say 'building (about a minute; the first time Maven also downloads some 300 MB)'
    rm -rf "$target"
    JAVA_HOME=$jdk MAVEN_OPTS="--enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}" \
        "${maven[@]}" -q -B -f "$home/pom.xml" -Prun -Dquick -Dtoolchain.skip \
        -Dmaven.test.skip -pl cli -am package </dev/null >"$1/build.log" 2>&1 || {
        cat "$1/build.log" >&2
        say 'the build failed, see above'
        exit 1
    }
    mv "$target/lib" "$1/lib"
}

# Sets maven to the command that runs it.
find_maven() {
    if type -P mvn >/dev/null || offer_package maven Maven; then
        maven=(mvn)
    elif type -P unzip >/dev/null; then
        maven=("$home/mvnw")
    else
        say 'needs Maven to build: apt-get install maven'
        say '(or apt-get install unzip, then it downloads a Maven of its own)'
        exit 1
    fi
}

# Makes the start cache of the build in $run, unless it has the one that this JDK made.
require_start_cache() {
    cmp -s "$jdk/release" "$run/proteus.aot.release" && return
    [[ -w $run ]] || return 0
    say 'preparing faster starts (some seconds)'
    train "$run"
}

# Makes the start cache of the build in $1. Without one a start is slower, so a failure is no error.
# With C1 alone it holds no profiles, with which every start would compile what this run found hot;
# it does hold which methods C1 compiled for good, so none of the digest's may be among them.
train() {
    local cache=$1/proteus.aot
    "$home/cli/src/launcher/train.sh" "$jdk/bin/java" "${flags[@]}" -XX:TieredStopAtLevel=1 \
        -XX:AOTCacheOutput="$cache.$$" -jar "$1"/lib/proteus-cli-*.jar >/dev/null 2>&1 || true
    [[ ! -e $cache.$$ ]] || mv "$cache.$$" "$cache"
    cp "$jdk/release" "$cache.release"
}

# Removes the builds under $1 that nobody runs any more.
remove_unused() {
    local old unused
    shopt -s nullglob
    for old in "$1"/run-*; do
        exec {unused}<"$old"
        flock -xn "$unused" && rm -rf "$old"
        exec {unused}<&-
    done
    shopt -u nullglob
}
