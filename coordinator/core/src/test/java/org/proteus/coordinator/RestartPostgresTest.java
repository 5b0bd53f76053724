package org.proteus.coordinator;

class RestartPostgresTest extends RestartSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
