package org.proteus.bench.chaos;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Spec private CommandSpec spec;

    @Mixin private ChaosOptions options;

    @Option(names = "--coordinators", defaultValue = "2", description = "Coordinators.")
    private int coordinators;

    /** Runs the suite. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Chaos()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        ChaosSettings settings = options.settings(coordinators);
        say(out, settings.text());
        Outcome outcome = new ChaosRun(settings, line -> say(out, line)).run();
        say(out, outcome.text());
        return outcome.isWell() ? 0 : 1;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
