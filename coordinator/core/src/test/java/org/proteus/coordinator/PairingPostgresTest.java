package org.proteus.coordinator;

class PairingPostgresTest extends PairingSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
