package org.proteus.cli.service;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.foundation.server.HttpSettings;
import org.proteus.foundation.server.access.AccessToken;
import org.proteus.graph.Catalogue;
import org.proteus.graph.publish.FolderStore;
import org.proteus.graph.publish.Publishing;
import org.proteus.graph.server.GraphServer;
import org.proteus.graph.server.publishing.PublishingAccess;
import org.proteus.library.Knowledge;
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
     * @param data folder where published programs and the operators' token are kept; without one
     *     the service publishes nothing
     * @throws org.proteus.foundation.model.ProteusException with {@code IN_USE} if the port is
     *     taken
     */
    public static GraphService start(
            HttpSettings http, Optional<Path> programs, Optional<Path> data) {
        OpenedParts opened = new OpenedParts();
        try {
            Knowledge knowledge = opened.add(Knowledge.load(programs));
            Catalogue catalogue = new PlanningCatalogue(knowledge);
            GraphServer server =
                    data.isEmpty()
                            ? GraphServer.start(http, catalogue, knowledge::problems)
                            : GraphServer.start(
                                    http,
                                    catalogue,
                                    knowledge::problems,
                                    publishing(data.get(), knowledge, opened));
            return new GraphService(opened, opened.add(server));
        } catch (RuntimeException failure) {
            opened.undo(failure);
            throw failure;
        }
    }

    private static PublishingAccess publishing(Path data, Knowledge knowledge, OpenedParts opened) {
        FolderStore store =
                opened.add(FolderStore.open(data.resolve("published"), InstantSource.system()));
        Path token = data.resolve(AccessToken.Role.OPERATOR.file());
        return new PublishingAccess(
                Publishing.open(store, knowledge.registry()),
                AccessToken.inFile(AccessToken.Role.OPERATOR, token));
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
