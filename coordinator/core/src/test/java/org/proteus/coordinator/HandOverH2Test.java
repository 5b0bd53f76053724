package org.proteus.coordinator;

class HandOverH2Test extends HandOverSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
