package org.proteus.coordinator;

class DeadlineH2Test extends DeadlineSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
