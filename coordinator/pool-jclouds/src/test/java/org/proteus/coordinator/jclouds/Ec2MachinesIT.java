package org.proteus.coordinator.jclouds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.pool.contract.MachinePoolContract;
import org.proteus.coordinator.pool.contract.MachineSite;

/** The life of nodes at EC2, as far as a stand-in goes. */
class Ec2MachinesIT extends MachinePoolContract {

    private static final List<Ec2Stand> STANDS = new CopyOnWriteArrayList<>();

    @TempDir Path folder;

    @Override
    protected MachineSite machines() throws IOException {
        Ec2Stand stand = new Ec2Stand();
        STANDS.add(stand);
        stand.instances().foreign();
        return new MachineSite(
                (installation, pool) -> Clouds.open(stand, folder, installation, pool));
    }

    /** Not earlier: the contract looks at the provider after each test. */
    @AfterAll
    static void close() {
        STANDS.forEach(Ec2Stand::close);
    }
}
