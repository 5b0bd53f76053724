package org.proteus.coordinator;

class DeadlinePostgresTest extends DeadlineSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
