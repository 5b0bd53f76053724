package org.proteus.bench.chaos;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.proteus.bench.chaos.cluster.ClusterSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the chaos suite; the exit code is 1 when something was broken. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Kills, freezes, cuts off, fills and slows a cluster of real processes by a seeded",
            "schedule, and checks that every object arrived exactly once."
        })
public final class Chaos implements Callable<Integer> {

    private static final int FEWEST_MILLIS = 100;

    @Spec private CommandSpec spec;

    @Option(names = "--minutes", defaultValue = "5", description = "How long there are faults.")
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of schedule and objects.")
    private long seed;

    @Option(names = "--coordinators", defaultValue = "2", description = "Coordinators.")
    private int coordinators;

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

    /** Runs the suite. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Chaos()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path kept = folder == null ? Files.createTempDirectory("proteus-chaos-") : folder;
        ClusterSettings cluster =
                new ClusterSettings(
                        kept.toAbsolutePath(),
                        coordinators,
                        workers,
                        slots,
                        Duration.ofMillis(Math.max(FEWEST_MILLIS, heartbeat)));
        Duration lasts = Duration.ofMillis((long) (minutes * 60_000));
        out.println("seed " + seed + ", everything is kept in " + kept);
        out.flush();
        ChaosSettings settings = new ChaosSettings(cluster, seed, lasts, lanes, objects);
        Outcome outcome =
                new ChaosRun(
                                settings,
                                line -> {
                                    out.println(line);
                                    out.flush();
                                })
                        .run();
        out.println(outcome.text());
        out.flush();
        return outcome.isWell() ? 0 : 1;
    }
}
