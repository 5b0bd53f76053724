"""Lets neutron hand out addresses; the hypervisor connects the servers itself."""
from neutron_lib import constants
from neutron_lib.api.definitions import portbindings
from neutron_lib.plugins.ml2 import api


class PortsOfNamespaces(api.MechanismDriver):
    """Binds every port to the first segment of its network."""

    def initialize(self):
        pass

    def bind_port(self, context):
        context.set_binding(
            context.segments_to_bind[0][api.ID],
            portbindings.VIF_TYPE_OTHER,
            {portbindings.CAP_PORT_FILTER: False},
            status=constants.PORT_STATUS_ACTIVE,
        )
