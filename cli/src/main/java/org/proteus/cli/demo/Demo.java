package org.proteus.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.proteus.cli.backend.Answers;
import org.proteus.cli.backend.OwnAnswers;
import org.proteus.cli.config.SettingsFile;
import org.proteus.cli.output.Printer;
import org.proteus.cli.service.Service;
import org.proteus.cli.service.ServiceSettings;

/** The demonstration from end to end: converters, service, requests. */
public final class Demo {

    private final Printer printer;
    private final Optional<Path> into;

    /**
     * Creates a demonstration.
     *
     * @param into folder for service and results; a new one in the temporary folder when absent
     */
    public Demo(Printer printer, Optional<Path> into) {
        this.printer = printer;
        this.into = into;
    }

    /**
     * Runs it.
     *
     * @param install whether missing converters may be installed
     * @return whether every sample came to an end
     * @throws IOException if its folder cannot be written
     */
    public boolean run(boolean install) throws IOException, InterruptedException {
        try (Answers here = OwnAnswers.load()) {
            new ConverterSetup(printer).run(here.catalogue().programs(), install);
        }
        Path folder =
                into.isPresent()
                        ? Files.createDirectories(into.get().toAbsolutePath())
                        : Files.createTempDirectory("proteus-demo-");
        Path samples = Samples.copyInto(folder);
        Path results = Files.createDirectories(folder.resolve("results"));
        try (Service service = Service.start(settings(folder))) {
            printer.line("service started at " + service.uri());
            boolean ended = new Demonstration(service, samples, results, printer).run();
            printer.line("");
            printer.line("the results are in " + results);
            printer.line("to go on: ./proteus serve --root demo=" + folder);
            return ended;
        }
    }

    private static ServiceSettings settings(Path folder) {
        SettingsFile shipped =
                SettingsFile.read(
                        "coordinator",
                        Optional.empty(),
                        Map.of(
                                "PROTEUS_COORDINATOR_PORT", "0",
                                "PROTEUS_COORDINATOR_WORKERS_MAX", "2"));
        return ServiceSettings.of(shipped, folder.resolve("service"))
                .withRoots(Map.of("demo", folder));
    }
}
