package org.proteus.coordinator;

class SubmissionH2Test extends SubmissionSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
