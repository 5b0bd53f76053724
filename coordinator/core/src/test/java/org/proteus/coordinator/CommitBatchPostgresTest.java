package org.proteus.coordinator;

class CommitBatchPostgresTest extends CommitBatchSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
