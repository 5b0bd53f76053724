package org.proteus.coordinator;

class PriorityH2Test extends PrioritySuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
