package org.proteus.coordinator;

class ConcurrencyH2Test extends ConcurrencySuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
