package org.proteus.coordinator;

class RestartH2Test extends RestartSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
