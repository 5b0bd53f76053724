package org.proteus.coordinator;

class RetentionH2Test extends RetentionSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
