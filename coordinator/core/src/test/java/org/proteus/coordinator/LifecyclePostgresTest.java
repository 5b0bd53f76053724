package org.proteus.coordinator;

class LifecyclePostgresTest extends LifecycleSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
