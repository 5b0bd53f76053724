package org.proteus.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.proteus.cli.command.SimulateCommand;
import org.proteus.cli.output.SimulationText;
import org.proteus.policies.scaling.ScalingPolicies;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.simulation.Experiment;
import org.proteus.policies.simulation.Summary;
import org.proteus.policies.simulation.rivals.Rivals;
import picocli.CommandLine;

/** The command, and the numbers of every shipped scenario as they stand in a file. */
class SimulateTest {

    private static final Path GOLDEN = Path.of("src/test/resources/simulation.txt");
    private static final Path NOW = Path.of("target/simulation.txt");
    private static final long SEEDS = 4;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsAnObjectForEachScenario() throws IOException {
        int code =
                run(
                        "--json",
                        "--seeds",
                        "1-3",
                        "--ratio",
                        "0.5",
                        file("knee-12"),
                        file("two-jobs"));
        assertThat(code).isZero();
        JsonNode all = new ObjectMapper().readTree(out.toString());
        assertThat(all).hasSize(2);
        for (String key :
                List.of(
                        "scenario",
                        "policy",
                        "oracleWorkers",
                        "runs",
                        "settled",
                        "medianSettleSeconds",
                        "changesAfterSettling",
                        "costRatio",
                        "regret")) {
            assertThat(all.get(0).has(key)).as(key).isTrue();
        }
        assertThat(all.get(0).get("oracleWorkers").intValue()).isEqualTo(12);
        assertThat(all.get(0).get("runs").intValue()).isEqualTo(3);
        assertThat(all.get(1).get("phases")).hasSize(2);
    }

    @Test
    void settlesAtThreeInTheOriginalsExperiment() throws IOException {
        assertThat(run("--json", "--seeds", "1-20", file("detection-2020"))).isZero();
        JsonNode summary = new ObjectMapper().readTree(out.toString()).get(0);
        assertThat(summary.get("oracleWorkers").intValue()).isEqualTo(3);
        assertThat(summary.get("settled").intValue()).isEqualTo(20);
        assertThat(summary.get("settledShare").get("share").doubleValue()).isEqualTo(1);
    }

    @Test
    void fewUnlikeObjectsDoNotKeepItFromTheBestNumber() throws IOException {
        double own = regret("history", "few-unlike");
        assertThat(own).isLessThan(1.08).isLessThan(regret("rule-as-written", "few-unlike"));
    }

    private double regret(String policy, String scenario) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run("--json", "--seeds", "1-60", "--policy", policy, file(scenario))).isZero();
        JsonNode summary = new ObjectMapper().readTree(out.toString()).get(0);
        return summary.get("regret").get("median").doubleValue();
    }

    @Test
    void saysWhatMayBeChosen() {
        assertThat(run("--policy", "guess", file("no-knee"))).isNotZero();
        assertThat(run("--seeds", "3-1", file("no-knee"))).isNotZero();
    }

    /** A changed policy is a changed file: copy target/simulation.txt once the change is wanted. */
    @Test
    void theNumbersAreThoseOfTheFile() throws IOException {
        List<String> lines = new ArrayList<>(List.of(SimulationText.head()));
        for (Path file : ScenarioFileTest.shipped()) {
            Experiment experiment = new Experiment(ScenarioFile.read(file));
            for (ScalingPolicy policy : policies()) {
                Summary summary = experiment.run(policy, 1, SEEDS);
                lines.add(SimulationText.row(summary));
            }
        }
        Files.write(NOW, lines);
        assertThat(NOW).hasSameTextualContentAs(GOLDEN);
    }

    private static List<ScalingPolicy> policies() {
        ScalingPolicies shipped = ScalingPolicies.load();
        List<ScalingPolicy> policies = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(shipped.ids());
        ids.remove("fixed");
        ids.forEach(id -> policies.add(shipped.find(id).orElseThrow()));
        Rivals.ids().forEach(id -> policies.add(Rivals.find(id).orElseThrow()));
        return policies;
    }

    private int run(String... arguments) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static String file(String name) {
        return ScenarioFileTest.SHIPPED.resolve(name + ".yaml").toString();
    }
}
