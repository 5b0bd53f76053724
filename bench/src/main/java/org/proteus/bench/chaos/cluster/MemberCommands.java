package org.proteus.bench.chaos.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.proteus.cli.Main;

/** How the members of a cluster are started. */
final class MemberCommands {

    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx384m",
                    "-Djava.awt.headless=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final ClusterSettings settings;

    MemberCommands(ClusterSettings settings) {
        this.settings = settings;
    }

    /** Returns how to start a coordinator without workers of its own. */
    Launch coordinator(String address, int port, Path data, PostgresServer database) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--host", address));
        arguments.addAll(List.of("--port", Integer.toString(port)));
        arguments.addAll(List.of("--data", data.toString()));
        arguments.addAll(List.of("--workers", "0", "--root", root()));
        Map<String, String> environment =
                Map.of(
                        "PROTEUS_COORDINATOR_DATABASE",
                        database.url(),
                        "PROTEUS_COORDINATOR_HEARTBEAT",
                        settings.heartbeat().toMillis() + "ms");
        return new Launch(java(arguments), environment, "Proteus listens on ", false);
    }

    /** Returns how to start a worker that knows all coordinators. */
    Launch worker(String id, List<URI> coordinators, Path token, Path work) {
        List<String> arguments = new ArrayList<>(List.of("worker", "--id", id));
        for (URI coordinator : coordinators) {
            arguments.addAll(List.of("--coordinator", coordinator.toString()));
        }
        arguments.addAll(List.of("--token-file", token.toString()));
        arguments.addAll(List.of("--slots", Integer.toString(settings.slots())));
        arguments.addAll(List.of("--work", work.toString(), "--insecure-http"));
        arguments.addAll(List.of("--root", root()));
        return new Launch(java(arguments), Map.of(), " works for http", false);
    }

    /** Returns a command of this software. */
    private static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private String root() {
        return "chaos=" + settings.folder();
    }
}
