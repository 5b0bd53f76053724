package org.proteus.coordinator;

class BudgetH2Test extends BudgetSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
