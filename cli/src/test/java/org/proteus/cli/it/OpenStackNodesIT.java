package org.proteus.cli.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/**
 * Nodes at a real OpenStack, in a root without Java, which fetch the archive of this build; {@link
 * OpenStackRig} says how it is found.
 */
@Tag("openstack")
final class OpenStackNodesIT extends NodeSuite {

    private final OpenStackRig rig;

    OpenStackNodesIT() throws IOException {
        rig = new OpenStackRig();
    }

    @Override
    String address() {
        return rig.address();
    }

    @Override
    List<String> pool() throws IOException {
        return rig.pool(folder);
    }

    @Override
    Path archive() {
        return rig.archive();
    }

    @Override
    Set<String> machines() throws IOException {
        return rig.machines();
    }

    @AfterEach
    void theInterfaceKnowsNoServerEither() throws Exception {
        rig.theInterfaceKnowsNoServer();
    }
}
