package org.proteus.coordinator;

class ScalingH2Test extends ScalingSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
