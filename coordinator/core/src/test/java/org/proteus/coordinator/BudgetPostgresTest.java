package org.proteus.coordinator;

class BudgetPostgresTest extends BudgetSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }
}
