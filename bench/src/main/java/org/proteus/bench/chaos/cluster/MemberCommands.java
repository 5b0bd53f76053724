package org.proteus.bench.chaos.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the members of a cluster are started. */
final class MemberCommands {

    private final ClusterSettings settings;

    MemberCommands(ClusterSettings settings) {
        this.settings = settings;
    }

    /** Returns the command of a coordinator without workers of its own. */
    List<String> coordinator(String address, int port, Path data) {
        return List.of(
                "serve",
                "--host",
                address,
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--workers",
                "0",
                "--root",
                root());
    }

    /** Returns what a coordinator finds in its environment. */
    Map<String, String> environment(PostgresServer database) {
        return Map.of(
                "PROTEUS_COORDINATOR_DATABASE",
                database.url(),
                "PROTEUS_COORDINATOR_HEARTBEAT",
                settings.heartbeat().toMillis() + "ms");
    }

    /** Returns the command of a worker that knows all coordinators. */
    List<String> worker(String id, List<URI> coordinators, Path token, Path work) {
        List<String> command = new ArrayList<>(List.of("worker", "--id", id));
        for (URI coordinator : coordinators) {
            command.addAll(List.of("--coordinator", coordinator.toString()));
        }
        command.addAll(List.of("--token-file", token.toString()));
        command.addAll(List.of("--slots", Integer.toString(settings.slots())));
        command.addAll(List.of("--work", work.toString(), "--insecure-http"));
        command.addAll(List.of("--root", root()));
        return command;
    }

    private String root() {
        return "chaos=" + settings.folder();
    }
}
