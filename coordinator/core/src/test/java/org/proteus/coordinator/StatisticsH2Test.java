package org.proteus.coordinator;

class StatisticsH2Test extends StatisticsSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
