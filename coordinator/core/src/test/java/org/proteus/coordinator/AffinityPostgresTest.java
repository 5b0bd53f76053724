package org.proteus.coordinator;

class AffinityPostgresTest extends AffinitySuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
