package org.proteus.coordinator;

class ChartH2Test extends ChartSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
