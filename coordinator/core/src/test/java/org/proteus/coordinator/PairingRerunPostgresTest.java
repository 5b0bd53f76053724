package org.proteus.coordinator;

class PairingRerunPostgresTest extends PairingRerunSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
