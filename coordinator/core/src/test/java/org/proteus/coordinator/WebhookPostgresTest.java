package org.proteus.coordinator;

class WebhookPostgresTest extends WebhookSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
