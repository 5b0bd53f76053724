package org.proteus.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.proteus.cli.demo.Demo;
import org.proteus.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a newcomer the main job. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the main job on the shipped samples.",
            "Installs missing converters (apt; says what, why and how big), starts a service, sends"
                    + " one REST and one SOAP request, and shows what became of each sample."
        })
public final class DemoCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--no-install", description = "Run with the converters that are there.")
    private boolean noInstall;

    @Option(names = "--into", paramLabel = "DIR", description = "Where the results go.")
    private Path into;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Printer printer = new Printer(spec.commandLine().getOut(), spec.commandLine().getErr());
        Demo demo = new Demo(printer, Optional.ofNullable(into));
        return demo.run(!noInstall) ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
    }
}
