package org.proteus.coordinator;

class RetentionPostgresTest extends RetentionSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
