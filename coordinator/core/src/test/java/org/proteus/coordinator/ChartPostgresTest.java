package org.proteus.coordinator;

class ChartPostgresTest extends ChartSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
