package org.proteus.coordinator;

class LifecycleH2Test extends LifecycleSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
