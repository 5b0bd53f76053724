package org.proteus.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.proteus.bench.chaos.cluster.ClusterSettings;
import picocli.CommandLine.Option;

/** The options of a run, whatever runs. */
public final class ChaosOptions {

    private static final int FEWEST_MILLIS = 100;

    @Option(names = "--minutes", defaultValue = "5", description = "How long there are faults.")
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of schedule and objects.")
    private long seed;

    @Option(names = "--workers", defaultValue = "3", description = "Workers.")
    private int workers;

    @Option(names = "--slots", defaultValue = "3", description = "Slots of a worker.")
    private int slots;

    @Option(names = "--lanes", defaultValue = "2", description = "Faults at the same time.")
    private int lanes;

    @Option(names = "--objects", defaultValue = "1000", description = "Objects of a job.")
    private int objects;

    @Option(names = "--heartbeat", defaultValue = "2000", description = "Milliseconds.")
    private int heartbeat;

    @Option(names = "--folder", description = "Where everything is kept; a new one unless given.")
    private Path folder;

    /**
     * Returns what they ask for.
     *
     * @throws IOException if no folder was given and none can be made
     */
    public ChaosSettings settings(int coordinators) throws IOException {
        Path kept = folder == null ? Files.createTempDirectory("proteus-chaos-") : folder;
        ClusterSettings cluster =
                new ClusterSettings(
                        kept.toAbsolutePath(),
                        coordinators,
                        workers,
                        slots,
                        Duration.ofMillis(Math.max(FEWEST_MILLIS, heartbeat)));
        Duration lasts = Duration.ofMillis((long) (minutes * 60_000));
        return new ChaosSettings(cluster, seed, lasts, lanes, objects);
    }
}
