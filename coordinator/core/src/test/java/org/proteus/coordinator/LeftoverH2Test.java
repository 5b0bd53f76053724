package org.proteus.coordinator;

class LeftoverH2Test extends LeftoverSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
