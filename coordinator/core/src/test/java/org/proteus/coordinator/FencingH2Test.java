package org.proteus.coordinator;

class FencingH2Test extends FencingSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
