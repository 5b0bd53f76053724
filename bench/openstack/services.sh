# Starts the services of the rig, each in a process group of its own. Sourced by up.

# Starts a command or function in the background; its output goes to log/NAME.log.
start() {
    local name=$1
    shift
    if declare -F "$1" >/dev/null; then
        local body
        body=$(declare -f "$1")
        set -- bash -c "$body; $1"
    fi
    state=$state KEYSTONE=$KEYSTONE PLACEMENT=$PLACEMENT \
        setsid "$@" >"$state/log/$name.log" 2>&1 </dev/null &
    echo "$! $name" >>"$state/groups"
}

# Waits for a port, of this machine unless another address is given.
await_port() {
    for ((i = 0; i < 600; i++)); do
        (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null && return
        sleep 0.2
    done
    echo "nothing listens on port $1; look into $state/log" >&2
    return 1
}

start_database() {
    mysql_install_db --no-defaults --user=root --datadir="$state/mysql" \
        --auth-root-authentication-method=normal >"$state/log/mysql-install.log" 2>&1
    start mysql mariadbd --no-defaults --user=root --datadir="$state/mysql" \
        --socket="$state/mysql.sock" --pid-file="$state/mysql.pid" \
        --bind-address=127.0.0.1 --port="$DATABASE" --skip-name-resolve --max-connections=300 \
        --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0
}

start_broker() {
    echo '[].' >"$state/etc/plugins"
    echo "listeners.tcp.default = 127.0.0.1:$BROKER" >"$state/etc/rabbit.conf"
    start broker env HOME="$state" ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=26369 \
        RABBITMQ_NODENAME=proteus-rig@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
        RABBITMQ_NODE_PORT="$BROKER" RABBITMQ_DIST_PORT="$BROKER_PEERS" \
        RABBITMQ_MNESIA_BASE="$state/rabbit" RABBITMQ_LOG_BASE="$state/log" \
        RABBITMQ_PID_FILE="$state/rabbit.pid" RABBITMQ_CONFIG_FILE="$state/etc/rabbit.conf" \
        RABBITMQ_ENABLED_PLUGINS_FILE="$state/etc/plugins" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
        /usr/lib/rabbitmq/bin/rabbitmq-server
}

sql() { mysql --no-defaults --user=root --socket="$state/mysql.sock" --execute="$1"; }

create_databases() {
    await_port "$DATABASE"
    for name in keystone placement glance neutron nova nova_api nova_cell0; do
        sql "create database $name character set utf8mb3"
    done
    sql "create user rig@'127.0.0.1' identified by '$PASSWORD'"
    sql "grant all on *.* to rig@'127.0.0.1'"
}

# Each service fills its own database; all at once, because each takes some ten seconds.
fill_tables() {
    local waiting=()
    fill_keystone >"$state/log/fill-keystone.log" 2>&1 & waiting+=($!)
    fill_placement_and_glance >"$state/log/fill-glance.log" 2>&1 & waiting+=($!)
    PYTHONPATH=$here/driver neutron-db-manage --config-file "$state/etc/neutron.conf" upgrade heads \
        >"$state/log/fill-neutron.log" 2>&1 & waiting+=($!)
    fill_nova >"$state/log/fill-nova.log" 2>&1 & waiting+=($!)
    for one in "${waiting[@]}"; do
        wait "$one" || { echo "a database could not be filled; look into $state/log" >&2; return 1; }
    done
}

fill_keystone() {
    local manage=(keystone-manage --config-file "$state/etc/keystone.conf")
    "${manage[@]}" db_sync
    "${manage[@]}" fernet_setup --keystone-user root --keystone-group root
    "${manage[@]}" bootstrap --bootstrap-password "$PASSWORD" --bootstrap-region-id RegionOne \
        --bootstrap-public-url "$OS_AUTH_URL" --bootstrap-internal-url "$OS_AUTH_URL" \
        --bootstrap-admin-url "$OS_AUTH_URL"
}

fill_placement_and_glance() {
    placement-manage --config-file "$state/etc/placement.conf" db sync
    glance-manage --config-file "$state/etc/glance.conf" db_sync
}

nova_manage() { nova-manage --config-file "$state/etc/nova.conf" "$@"; }

fill_nova() {
    nova_manage api_db sync
    nova_manage cell_v2 map_cell0 --database_connection "$SQL/nova_cell0"
    nova_manage cell_v2 create_cell --name cell1
    nova_manage db sync
}

# The header is for clients that would reuse a connection which the server has closed.
keystone_server() {
    OS_KEYSTONE_CONFIG_FILES=$state/etc/keystone.conf exec uwsgi --plugin python3 \
        --http-socket "127.0.0.1:$KEYSTONE" --add-header 'Connection: close' --buffer-size 65535 \
        --master --die-on-term --lazy-apps --enable-threads --threads 4 \
        --wsgi-file /usr/bin/keystone-wsgi-public --pyargv "--config-file $state/etc/keystone.conf"
}

placement_server() {
    OS_PLACEMENT_CONFIG_DIR=$state/etc exec uwsgi --plugin python3 \
        --http-socket "127.0.0.1:$PLACEMENT" --add-header 'Connection: close' --buffer-size 65535 \
        --master --die-on-term --lazy-apps --enable-threads --threads 4 \
        --wsgi-file /usr/bin/placement-api
}

run_in_cloud() {
    GLANCE=$GLANCE NEUTRON=$NEUTRON NOVA=$NOVA PLACEMENT=$PLACEMENT \
        /usr/bin/python3 "$1" "$state"
}

# A compute host takes servers once its cell knows it.
map_host() {
    for ((i = 0; i < 60; i++)); do
        nova_manage cell_v2 discover_hosts --verbose >"$state/log/map-host.log" 2>&1
        grep -q "Creating host mapping" "$state/log/map-host.log" && return
        sleep 1
    done
    echo "the compute host does not show; look into $state/log/nova-compute.log" >&2
    return 1
}

# Where this machine gets the packages of the servers' distribution; empty when it gets none.
mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' \
        'Component: main' | sed -n 1p
}

# Servers reach this machine alone, so one of its programs fetches packages for them, on the way that
# its own apt takes.
start_package_proxy() {
    local folder=$state/packages PROXY=
    eval "$(apt-config shell PROXY Acquire::http::Proxy)"
    mkdir -p "$folder"/{settings,cache}
    cat >"$folder/settings/acng.conf" <<END
CacheDir: $folder/cache
LogDir: $state/log
SupportDir: /usr/lib/apt-cacher-ng
BindAddress: $GATEWAY
Port: $PACKAGE_PORT
ForeGround: 1
${PROXY:+Proxy: $PROXY}
END
    start package-proxy apt-cacher-ng -c "$folder/settings"
    await_port "$PACKAGE_PORT" "$GATEWAY"
}
