package org.proteus.bench.chaos.celery;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.proteus.bench.chaos.ChaosOptions;
import org.proteus.bench.chaos.ChaosSettings;
import org.proteus.bench.queues.CeleryPackages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures Celery under the chaos suite's faults; the exit code is 0 whatever it loses. */
@Command(
        name = "chaos-celery",
        mixinStandardHelpOptions = true,
        description = {
            "Does to Celery with RabbitMQ what the chaos suite does to Proteus, by the same seeded",
            "schedule, and says what it lost and doubled."
        })
public final class CeleryChaos implements Callable<Integer> {

    private static final int BROKERS = 1;

    @Spec private CommandSpec spec;

    @Mixin private ChaosOptions options;

    @Parameters(description = "Folder of the tasks for Celery.")
    private Path scripts;

    /** Runs the measurement. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new CeleryChaos()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        String missing = CeleryPackages.missing();
        if (!missing.isEmpty()) {
            say(spec.commandLine().getErr(), "Celery or RabbitMQ is missing: " + missing);
            return CommandLine.ExitCode.USAGE;
        }
        ChaosSettings settings = options.settings(BROKERS);
        say(out, settings.text());
        CeleryRun run = new CeleryRun(settings, scripts.toAbsolutePath(), line -> say(out, line));
        say(out, run.run().text());
        return CommandLine.ExitCode.OK;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
