package org.proteus.coordinator;

class ScalingPostgresTest extends ScalingSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
