package org.proteus.coordinator;

import org.proteus.coordinator.store.Database;

class ProgramsPostgresTest extends ProgramsSuite {

    private final String url = PostgresServer.freshDatabase();

    @Override
    Database database() {
        return Database.atUrl(url);
    }
}
