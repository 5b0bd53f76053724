package org.proteus.coordinator.pool.machine;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.pool.contract.MachinePoolContract;
import org.proteus.coordinator.pool.contract.MachineSite;

/** The life of nodes, with machines that are entries of a map. */
class MachinePoolIT extends MachinePoolContract {

    @Override
    protected MachineSite machines() throws IOException {
        MapOfMachines machines = new MapOfMachines();
        return new MachineSite((installation, pool) -> machines);
    }

    @Test
    void closingEndsABusyMachine() {
        closingEndsAWorkerThatNeverFinishes();
    }
}
