package org.proteus.coordinator;

class StatisticsPostgresTest extends StatisticsSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
