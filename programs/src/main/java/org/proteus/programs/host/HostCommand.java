package org.proteus.programs.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of a host. */
final class HostCommand {

    /**
     * Path of an ahead-of-time cache for hosts, if the launcher has one. It only makes hosts start
     * faster: the JVM goes without it when it does not fit.
     */
    private static final String CACHE_PROPERTY = "proteus.host.aot";

    /** A host is short-lived and small: quick to start counts more than quick in the long run. */
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+DisplayVMOutputToStderr",
                    "-Djava.awt.headless=true",
                    // What libraries log is not what the program says.
                    "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                    "-Dslf4j.internal.verbosity=ERROR",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private HostCommand() {}

    static List<String> of(HostKind kind, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Xmx" + kind.heapBytes());
        command.add("-Djava.io.tmpdir=" + folder);
        Optional.ofNullable(System.getProperty(CACHE_PROPERTY))
                .ifPresent(cache -> command.add("-XX:AOTCache=" + Path.of(cache).toAbsolutePath()));
        command.addAll(List.of("-cp", kind.classPath()));
        command.addAll(List.of(HostMain.class.getName(), kind.programClass()));
        return command;
    }
}
