package org.proteus.coordinator;

class CommitBatchH2Test extends CommitBatchSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
