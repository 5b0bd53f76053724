package org.proteus.coordinator.jclouds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.pool.contract.MachinePoolContract;
import org.proteus.coordinator.pool.contract.MachineSite;

/** The life of nodes at OpenStack's nova; {@code bench/openstack} has a real one. */
@Tag("slow")
class NovaMachinesIT extends MachinePoolContract {

    private static final List<NovaStand> STANDS = new CopyOnWriteArrayList<>();

    @TempDir Path folder;

    @Override
    protected MachineSite machines() throws IOException {
        NovaStand stand = new NovaStand();
        STANDS.add(stand);
        stand.foreign();
        return new MachineSite(
                (installation, pool) -> Clouds.open(stand, folder, installation, pool));
    }

    /** Not earlier: the contract looks at the provider after each test. */
    @AfterAll
    static void close() {
        STANDS.forEach(NovaStand::close);
    }
}
