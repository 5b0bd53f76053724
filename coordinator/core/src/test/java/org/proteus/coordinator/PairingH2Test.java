package org.proteus.coordinator;

class PairingH2Test extends PairingSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
