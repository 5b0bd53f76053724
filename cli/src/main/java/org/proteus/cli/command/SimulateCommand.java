package org.proteus.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.proteus.cli.output.SimulationText;
import org.proteus.cli.simulate.ScenarioFile;
import org.proteus.cli.simulate.Seeds;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.TimeSpan;
import org.proteus.policies.scaling.ScalingPolicies;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.simulation.Experiment;
import org.proteus.policies.simulation.Scenario;
import org.proteus.policies.simulation.Summary;
import org.proteus.policies.simulation.rivals.Rivals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a policy in worlds that do not exist. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Tries a policy for the number of workers in simulated worlds, beside an oracle that knows",
            "them. Scenario files are described in docs/scenarios.md; some are in config/scenarios."
        })
public final class SimulateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Scenario files.")
    private List<Path> files;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "history",
            description = "A policy, or a rival of the simulation (default: ${DEFAULT-VALUE}).")
    private String policy;

    @Option(
            names = "--ratio",
            paramLabel = "E",
            description = "Efficiency ratio instead of the scenario's.")
    private Double ratio;

    @Option(
            names = "--seeds",
            paramLabel = "FIRST-LAST",
            defaultValue = "1-20",
            description = "Seeds, one run each (default: ${DEFAULT-VALUE}).")
    private String seeds;

    @Option(
            names = "--length",
            paramLabel = "TIME",
            description = "How long the jobs take with the best number of workers.")
    private String length;

    @Mixin private OutputOptions output;

    @Override
    public Integer call() {
        ScalingPolicy chosen = chosen();
        Seeds range = Seeds.parse(seeds);
        List<Experiment> experiments = files.stream().map(this::experiment).toList();
        List<Summary> summaries = new ArrayList<>();
        if (!output.json()) {
            output.printer().line(SimulationText.head());
        }
        for (Experiment experiment : experiments) {
            Summary summary = run(experiment, chosen, range);
            summaries.add(summary);
            if (!output.json()) {
                output.printer().line(SimulationText.row(summary));
            }
        }
        if (output.json()) {
            output.printer().json(summaries);
        }
        return ExitCodes.DONE;
    }

    private ScalingPolicy chosen() {
        ScalingPolicies shipped = ScalingPolicies.load();
        return shipped.find(policy)
                .or(() -> Rivals.find(policy))
                .orElseThrow(() -> {
                    List<String> ids = new ArrayList<>(shipped.ids());
                    ids.addAll(Rivals.ids());
                    return new ProteusException(
                            ErrorCode.BAD_REQUEST,
                            "there is no policy '" + policy + "'",
                            "choose one of " + String.join(", ", ids));
                });
    }

    private Experiment experiment(Path file) {
        Scenario scenario = ScenarioFile.read(file);
        try {
            if (ratio != null) {
                scenario = scenario.with(withRatio(scenario.settings()));
            }
            if (length != null) {
                Duration lasting = TimeSpan.parse(length).duration();
                scenario = scenario.lasting(lasting);
            }
            return new Experiment(scenario);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private ScalingSettings withRatio(ScalingSettings settings) {
        return new ScalingSettings(
                settings.workers(),
                ratio,
                settings.min(),
                settings.max(),
                settings.step(),
                settings.window(),
                settings.cooldown());
    }

    private static Summary run(Experiment experiment, ScalingPolicy policy, Seeds seeds) {
        try {
            return experiment.run(policy, seeds.first(), seeds.last());
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private static ProteusException refused(IllegalArgumentException e) {
        return new ProteusException(
                new Problem(ErrorCode.BAD_REQUEST, e.getMessage(), "see docs/scenarios.md"), e);
    }
}
