package org.proteus.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.bench.chaos.cluster.ClusterSettings;
import org.proteus.bench.chaos.fault.FaultKind;

/** A short run with some faults of each kind that can be done here; the others are named. */
class ChaosIT {

    private static final long SEED = 20261127;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingIsLostDoubledStaleOrStray() throws Exception {
        ClusterSettings cluster =
                new ClusterSettings(folder.resolve("run"), 2, 2, 2, Duration.ofSeconds(2));
        ChaosSettings settings = new ChaosSettings(cluster, SEED, Duration.ofSeconds(30), 3, 200);

        Outcome outcome = new ChaosRun(settings, System.out::println).run();

        System.out.println(outcome.text());
        assertThat(outcome.tally().violations()).isEmpty();
        assertThat(outcome.tally().elements()).containsKeys("DONE", "REFUSED");
        assertThat(outcome.faults())
                .containsKeys(FaultKind.KILL_WORKER, FaultKind.KILL_COORDINATOR)
                .containsKeys(FaultKind.FREEZE_WORKER, FaultKind.CRASH_DATABASE);
    }
}
