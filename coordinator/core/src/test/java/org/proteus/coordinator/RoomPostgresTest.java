package org.proteus.coordinator;

class RoomPostgresTest extends RoomSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
