package org.proteus.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.proteus.cli.output.Printer;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.protocol.ProgramOffer;

/** Debian packages that programs need and this machine lacks. */
final class DebianPackages {

    private static final Path APT = Path.of("/usr/bin/apt-get");
    private static final String PREFIX = "apt:";

    private final SortedSet<String> names;
    private final List<String> reasons;

    private DebianPackages(SortedSet<String> names, List<String> reasons) {
        this.names = names;
        this.reasons = List.copyOf(reasons);
    }

    /** Returns what the programs that cannot run here need. */
    static DebianPackages missing(List<ProgramView> programs) {
        List<ProgramView> unable =
                programs.stream()
                        .filter(view -> view.state() != ProgramOffer.State.RUNNABLE)
                        .toList();
        return new DebianPackages(
                unable.stream()
                        .flatMap(view -> view.program().packages().stream())
                        .map(SoftwarePackage::location)
                        .filter(location -> location.startsWith(PREFIX))
                        .map(location -> location.substring(PREFIX.length()))
                        .collect(Collectors.toCollection(TreeSet::new)),
                unable.stream().map(view -> view.program().id() + ": " + view.reason()).toList());
    }

    /** Returns what cannot run and why, a line for each program. */
    List<String> reasons() {
        return reasons;
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns the line that a person would type. */
    String commandLine() {
        return "apt-get install --no-install-recommends " + String.join(" ", names);
    }

    boolean canInstall() {
        return Files.isExecutable(APT) && "root".equals(System.getProperty("user.name"));
    }

    /** Tells how much would be downloaded and stored, in apt's own words. */
    List<String> size() throws IOException, InterruptedException {
        run(List.of(APT.toString(), "-q", "update"));
        List<String> said = run(install("--assume-no"));
        return said.stream()
                .filter(line -> line.startsWith("Need to get") || line.startsWith("After this"))
                .toList();
    }

    /** Installs them. */
    boolean install(Printer printer) throws IOException, InterruptedException {
        ProcessBuilder apt = command(install("--yes"));
        Process process = apt.redirectErrorStream(true).start();
        List<String> last =
                new ArrayList<>(process.inputReader(StandardCharsets.UTF_8).lines().toList());
        boolean installed = process.waitFor() == 0;
        if (!installed) {
            last.stream().skip(Math.max(0, last.size() - 5)).forEach(printer::remark);
        }
        return installed;
    }

    private List<String> install(String answer) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                APT.toString(),
                                "install",
                                answer,
                                "--no-install-recommends",
                                "-o",
                                "Dpkg::Use-Pty=0"));
        arguments.addAll(names);
        return arguments;
    }

    private static List<String> run(List<String> arguments)
            throws IOException, InterruptedException {
        Process process = command(arguments).redirectErrorStream(true).start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        process.waitFor();
        return lines;
    }

    private static ProcessBuilder command(List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(arguments);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }
}
