package org.proteus.coordinator;

class LeftoverPostgresTest extends LeftoverSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
