package org.proteus.coordinator;

class PauseH2Test extends PauseSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
