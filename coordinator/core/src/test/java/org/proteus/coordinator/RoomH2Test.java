package org.proteus.coordinator;

class RoomH2Test extends RoomSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }
}
