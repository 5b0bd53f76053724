package org.proteus.cli.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.proteus.foundation.server.HttpSettings;
import org.proteus.graph.server.GraphServer;
import org.proteus.library.Knowledge;
import org.proteus.library.OpenedParts;
import org.proteus.library.PlanningCatalogue;

/** The graph as a service of its own: it plans, and runs nothing. Thread-safe. */
public final class GraphService implements AutoCloseable {

    private final OpenedParts opened;
    private final GraphServer server;

    private GraphService(OpenedParts opened, GraphServer server) {
        this.opened = opened;
        this.server = server;
    }

    /**
     * Starts a service.
     *
     * @param programs folder with documents of the site's own, read again when it changes
     * @throws org.proteus.foundation.model.ProteusException with {@code IN_USE} if the port is
     *     taken
     */
    public static GraphService start(HttpSettings http, Optional<Path> programs) {
        OpenedParts opened = new OpenedParts();
        try {
            Knowledge knowledge = opened.add(Knowledge.load(programs));
            GraphServer server =
                    opened.add(
                            GraphServer.start(
                                    http, new PlanningCatalogue(knowledge), knowledge::problems));
            return new GraphService(opened, server);
        } catch (RuntimeException failure) {
            opened.undo(failure);
            throw failure;
        }
    }

    /** Returns the address by which this machine reaches it. */
    public URI uri() {
        return server.uri();
    }

    /** Lets requests under way end, then stops. */
    @Override
    public void close() {
        opened.close();
    }
}
