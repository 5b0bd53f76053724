package org.proteus.bench.capacity;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.proteus.coordinator.Coordinator;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.server.CoordinatorServer;
import org.proteus.coordinator.server.ServerSettings;
import org.proteus.coordinator.server.Services;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.foundation.server.access.AccessToken;
import org.proteus.foundation.server.access.AccessToken.Role;
import org.proteus.library.Knowledge;

/**
 * A coordinator with its server, as {@code proteus serve} puts it together, but without workers of
 * its own, so that every task goes over HTTP. It ends with its input.
 *
 * <p>Arguments: folder, JDBC URL of a PostgreSQL database or nothing.
 */
final class ServerNode {

    private ServerNode() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        OpenedParts opened = new OpenedParts();
        try {
            CoordinatorServer server = start(folder, database(args), opened);
            System.out.println("listening on " + server.uri());
            System.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            opened.close();
        }
    }

    private static Optional<String> database(String[] args) {
        return args.length > 1 ? Optional.of(args[1]) : Optional.empty();
    }

    private static CoordinatorServer start(
            Path folder, Optional<String> database, OpenedParts opened) {
        CoordinatorSettings own = CoordinatorSettings.service(folder);
        Knowledge knowledge = opened.add(Knowledge.load(Optional.empty()));
        Coordinator coordinator =
                opened.add(
                        Coordinator.open(
                                database.map(own::withDatabase).orElse(own),
                                knowledge.registry(),
                                knowledge.planner(),
                                DataHandlers.find(),
                                Learning.inDatabase(knowledge.statistics())));
        return opened.add(
                CoordinatorServer.start(
                        ServerSettings.on("127.0.0.1", 0),
                        new Services(
                                coordinator.jobs(),
                                coordinator.catalogue(),
                                coordinator.publishing(),
                                coordinator.workers(),
                                coordinator.measured(),
                                coordinator.instant(),
                                coordinator.queue(),
                                coordinator.exchange(),
                                coordinator.nodes(),
                                Optional.empty()),
                        AccessToken.inFile(Role.WORKER, folder.resolve(Role.WORKER.file())),
                        AccessToken.inFile(Role.OPERATOR, folder.resolve(Role.OPERATOR.file()))));
    }
}
