package org.proteus.coordinator;

class WebhookH2Test extends WebhookSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
