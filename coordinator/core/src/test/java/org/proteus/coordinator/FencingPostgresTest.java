package org.proteus.coordinator;

class FencingPostgresTest extends FencingSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
