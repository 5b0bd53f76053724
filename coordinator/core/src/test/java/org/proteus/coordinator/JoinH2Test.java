package org.proteus.coordinator;

class JoinH2Test extends JoinSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
