package org.proteus.coordinator;

class HandOverPostgresTest extends HandOverSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
