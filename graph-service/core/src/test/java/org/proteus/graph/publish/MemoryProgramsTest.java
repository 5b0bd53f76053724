package org.proteus.graph.publish;

import org.proteus.graph.publish.contract.MemoryPrograms;
import org.proteus.graph.publish.contract.ProgramStoreContract;

class MemoryProgramsTest extends ProgramStoreContract {

    private final MemoryPrograms store = new MemoryPrograms();

    @Override
    protected ProgramStore store() {
        return store;
    }

    @Override
    protected ProgramStore reopened() {
        return store;
    }
}
