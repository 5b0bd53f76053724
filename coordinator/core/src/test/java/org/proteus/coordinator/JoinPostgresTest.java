package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.store.Ids;
import org.proteus.graph.ProgramRegistry;

class JoinPostgresTest extends JoinSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }

    @Test
    void anyCoordinatorOfTheDatabaseLetsItIn() {
        CoordinatorSettings same =
                CoordinatorSettings.service(temp.resolve("other"))
                        .withHeartbeat(HEARTBEAT)
                        .withDatabase(settings.databaseUrl().orElseThrow());
        JoinToken ticket = coordinator.nodes().order("cloud", Duration.ofHours(1));
        try (Coordinator other =
                Coordinator.open(
                        same,
                        new ProgramRegistry(FixedPlanner.programs()),
                        planner(),
                        HANDLERS,
                        Learning.inDatabase(statistics()))) {
            other.nodes().join(ticket.node(), ticket.value(), Ids.sha256("own"));
            assertThat(coordinator.nodes().ofToken("own")).isPresent();
            assertThat(other.nodes().installation()).isEqualTo(coordinator.nodes().installation());
            assertThat(coordinator.mindsPools()).isTrue();
            assertThat(other.mindsPools()).isFalse();
        }
    }
}
