# Ports and passwords of the rig, and the settings of its services. Everything listens on loopback,
# but for what hands packages to servers. Sourced by up.
DATABASE=26306 BROKER=26672 BROKER_PEERS=26673
KEYSTONE=26500 PLACEMENT=26778 GLANCE=26929 NEUTRON=26969 NOVA=26877
GATEWAY=10.77.0.1 PACKAGE_PORT=26142
PACKAGE_PROXY=http://$GATEWAY:$PACKAGE_PORT
PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
SQL=mysql+pymysql://rig:$PASSWORD@127.0.0.1:$DATABASE
BUS=rabbit://guest:guest@127.0.0.1:$BROKER/

export OS_AUTH_URL=http://127.0.0.1:$KEYSTONE/v3 OS_REGION_NAME=RegionOne
export OS_USERNAME=admin OS_PASSWORD=$PASSWORD OS_PROJECT_NAME=admin
export OS_USER_DOMAIN_NAME=Default OS_PROJECT_DOMAIN_NAME=Default

# How a service shows who it is to the others; the argument is its name.
service_user() {
    cat <<END
www_authenticate_uri = $OS_AUTH_URL
auth_url = $OS_AUTH_URL
auth_type = password
username = $1
password = $PASSWORD
user_domain_name = Default
project_name = service
project_domain_name = Default
region_name = RegionOne
END
}

# Writes a settings file from standard input.
settings() { cat >"$state/etc/$1.conf"; }

write_settings() {
    settings keystone <<END
[database]
connection = $SQL/keystone
[token]
provider = fernet
[fernet_tokens]
key_repository = $state/keys
[fernet_receipts]
key_repository = $state/keys
[credential]
key_repository = $state/keys
END
    settings placement <<END
[api]
auth_strategy = keystone
[placement_database]
connection = $SQL/placement
[keystone_authtoken]
$(service_user placement)
END
    settings glance <<END
[DEFAULT]
bind_host = 127.0.0.1
bind_port = $GLANCE
workers = 1
enabled_backends = folder:file
[glance_store]
default_backend = folder
[folder]
filesystem_store_datadir = $state/images
[database]
connection = $SQL/glance
[paste_deploy]
flavor = keystone
config_file = /etc/glance/glance-api-paste.ini
[keystone_authtoken]
$(service_user glance)
END
    settings neutron <<END
[DEFAULT]
bind_host = 127.0.0.1
bind_port = $NEUTRON
api_workers = 1
rpc_workers = 0
rpc_state_report_workers = 0
core_plugin = ml2
service_plugins =
auth_strategy = keystone
api_paste_config = /etc/neutron/api-paste.ini
transport_url = $BUS
state_path = $state/lock
dhcp_agent_notification = false
notify_nova_on_port_status_changes = false
notify_nova_on_port_data_changes = false
[oslo_concurrency]
lock_path = $state/lock
[database]
connection = $SQL/neutron
[ml2]
type_drivers = local
tenant_network_types = local
mechanism_drivers = proteus_ports
extension_drivers = port_security
[keystone_authtoken]
$(service_user neutron)
END
    settings nova <<END
[DEFAULT]
host = rig
my_ip = 127.0.0.1
state_path = $state/nova
enabled_apis = osapi_compute
osapi_compute_listen = 127.0.0.1
osapi_compute_listen_port = $NOVA
osapi_compute_workers = 1
transport_url = $BUS
compute_driver = namespaces.NamespaceDriver
vif_plugging_timeout = 0
vif_plugging_is_fatal = false
[api]
auth_strategy = keystone
[api_database]
connection = $SQL/nova_api
[database]
connection = $SQL/nova
[conductor]
workers = 1
[scheduler]
workers = 1
discover_hosts_in_cells_interval = -1
[oslo_concurrency]
lock_path = $state/lock
[vnc]
enabled = false
[glance]
api_servers = http://127.0.0.1:$GLANCE
[placement]
$(service_user placement)
[neutron]
$(service_user neutron)
[keystone_authtoken]
$(service_user nova)
END
    cat >"$state/cloud.env" <<END
OS_AUTH_URL=$OS_AUTH_URL
OS_REGION_NAME=$OS_REGION_NAME
OS_USERNAME=worker-pool
OS_PASSWORD=$PASSWORD
OS_PROJECT_NAME=transformations
OS_USER_DOMAIN_NAME=Default
OS_PROJECT_DOMAIN_NAME=Default
PROTEUS_CLOUD_GATEWAY=$GATEWAY
PROTEUS_CLOUD_IMAGE=debian-12-bare
PROTEUS_CLOUD_HARDWARE=worker
PROTEUS_CLOUD_NETWORK=workers
END
    [[ -z ${PACKAGES:-} ]] || echo "PROTEUS_CLOUD_PACKAGES=$PACKAGE_PROXY" >>"$state/cloud.env"
    chmod 600 "$state/cloud.env"
}
