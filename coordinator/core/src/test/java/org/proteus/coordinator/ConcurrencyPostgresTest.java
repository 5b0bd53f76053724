package org.proteus.coordinator;

class ConcurrencyPostgresTest extends ConcurrencySuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
