package org.proteus.cli.command;

import java.util.Optional;
import org.proteus.foundation.model.job.ScalingRequest;
import picocli.CommandLine.Option;

/** How the number of workers is chosen. */
final class ScalingOptions {

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description =
                    "Policy for the number of workers: fixed, efficiency, first-step or history.")
    private String policy;

    @Option(names = "--workers", paramLabel = "N", description = "Number of workers for fixed.")
    private Integer workers;

    @Option(
            names = "--ratio",
            paramLabel = "E",
            description =
                    "Efficiency ratio, above 0 up to 1: the smallest share of a proportional"
                            + " speed-up for which a worker is added.")
    private Double ratio;

    @Option(names = "--min", paramLabel = "N", description = "Fewest workers.")
    private Integer min;

    @Option(names = "--max", paramLabel = "N", description = "Most workers.")
    private Integer max;

    @Option(names = "--step", paramLabel = "N", description = "By how many workers to change.")
    private Integer step;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            description = "How long to measure before a decision, for example 30s.")
    private String window;

    @Option(
            names = "--cooldown",
            paramLabel = "TIME",
            description = "Shortest time between two changes, for example 2m.")
    private String cooldown;

    ScalingRequest request() {
        return new ScalingRequest(
                Optional.ofNullable(policy),
                Optional.ofNullable(workers),
                Optional.ofNullable(ratio),
                Optional.ofNullable(min),
                Optional.ofNullable(max),
                Optional.ofNullable(step),
                Optional.ofNullable(window),
                Optional.ofNullable(cooldown));
    }
}
