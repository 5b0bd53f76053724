package org.proteus.coordinator;

class SubmissionPostgresTest extends SubmissionSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
