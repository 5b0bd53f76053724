package org.proteus.coordinator;

class PairingRerunH2Test extends PairingRerunSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
