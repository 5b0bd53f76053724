"""Makes users, projects, services and endpoints of the rig."""
import os

from keystoneauth1 import loading
from keystoneclient.v3 import client

PASSWORD = os.environ["OS_PASSWORD"]
SERVICES = {
    "nova": ("compute", "http://127.0.0.1:%s/v2.1" % os.environ["NOVA"]),
    "placement": ("placement", "http://127.0.0.1:%s" % os.environ["PLACEMENT"]),
    "glance": ("image", "http://127.0.0.1:%s" % os.environ["GLANCE"]),
    "neutron": ("network", "http://127.0.0.1:%s" % os.environ["NEUTRON"]),
}


def session(user="admin", project="admin"):
    """Logs in; everybody has the same password here."""
    plugin = loading.get_plugin_loader("password").load_from_options(
        auth_url=os.environ["OS_AUTH_URL"],
        username=user,
        password=PASSWORD,
        project_name=project,
        user_domain_name="Default",
        project_domain_name="Default",
    )
    return loading.session.Session().load_from_options(auth=plugin)


def main():
    keystone = client.Client(session=session())
    roles = {role.name: role for role in keystone.roles.list()}
    service = keystone.projects.create("service", "default")
    for name, (kind, url) in SERVICES.items():
        user = keystone.users.create(name, domain="default", password=PASSWORD)
        keystone.roles.grant(roles["admin"], user=user, project=service)
        offered = keystone.services.create(name, type=kind)
        for face in ("public", "internal", "admin"):
            keystone.endpoints.create(offered, url, face, region="RegionOne")
    # The coordinator's user has the rights of a member of its own project and no others.
    project = keystone.projects.create("transformations", "default")
    member = keystone.users.create("worker-pool", domain="default", password=PASSWORD)
    keystone.roles.grant(roles["member"], user=member, project=project)


if __name__ == "__main__":
    main()
