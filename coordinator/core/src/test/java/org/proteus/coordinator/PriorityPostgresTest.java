package org.proteus.coordinator;

class PriorityPostgresTest extends PrioritySuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
