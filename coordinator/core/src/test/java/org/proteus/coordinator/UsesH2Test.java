package org.proteus.coordinator;

class UsesH2Test extends UsesSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
