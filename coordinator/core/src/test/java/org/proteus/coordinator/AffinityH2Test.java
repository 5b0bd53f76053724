package org.proteus.coordinator;

class AffinityH2Test extends AffinitySuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
