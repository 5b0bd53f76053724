package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.learning.Learning;
import org.proteus.foundation.model.job.JobView;
import org.proteus.graph.ProgramRegistry;

class ChartPostgresTest extends ChartSuite {

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }

    /** What both see would be counted twice. */
    @Test
    void ofTwoCoordinatorsOneKeepsPointsAndAllShowThem() {
        CoordinatorSettings same =
                CoordinatorSettings.service(temp.resolve("other"))
                        .withHeartbeat(HEARTBEAT)
                        .withDatabase(settings.databaseUrl().orElseThrow());
        JobView job = coordinator.jobs().submit(inline("png", 1));
        try (Coordinator other =
                Coordinator.open(
                        same,
                        new ProgramRegistry(FixedPlanner.programs()),
                        planner(),
                        HANDLERS,
                        Learning.inDatabase(statistics()))) {
            coordinator.scaling().note(Map.of(job.id(), point(1)));
            other.scaling().note(Map.of(job.id(), point(2)));
            coordinator.scaling().note(Map.of(job.id(), point(3)));

            assertThat(other.jobs().scaling(job.id()).points())
                    .extracting(point -> point.rate().orElseThrow())
                    .containsExactly(1.0, 3.0);
            assertThat(other.jobs().show(job.id()).cost().workerSeconds()).isEqualTo(4);
        }
    }
}
