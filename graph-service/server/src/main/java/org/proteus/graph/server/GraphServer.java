package org.proteus.graph.server;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.server.HttpService;
import org.proteus.foundation.server.HttpSettings;
import org.proteus.foundation.server.IndexResource;
import org.proteus.foundation.server.OpenApiResource;
import org.proteus.foundation.server.access.OperatorGuard;
import org.proteus.graph.Catalogue;
import org.proteus.graph.server.publishing.PublishingAccess;
import org.proteus.graph.server.rest.CatalogueResource;
import org.proteus.graph.server.rest.PublishingResource;
import org.proteus.graph.server.soap.GraphOperations;
import org.proteus.graph.server.soap.GraphSoap;

/** The graph as a service of its own, on one port. Thread-safe once started. */
public final class GraphServer implements AutoCloseable {

    /** Describes the resources of the graph, in OpenAPI. */
    public static final URL OPEN_API = CatalogueResource.class.getResource("openapi.yaml");

    /** Describes the resources that publish, in OpenAPI. */
    public static final URL PUBLISHING_API = CatalogueResource.class.getResource("publishing.yaml");

    private static final URL OPEN_API_ALONE = CatalogueResource.class.getResource("alone.yaml");

    /** Questions are short. */
    private static final long MAX_MESSAGE = 1L << 20;

    private final HttpService service;

    private GraphServer(HttpService service) {
        this.service = service;
    }

    /**
     * Starts a server that publishes, too; it owns neither the catalogue nor what publishes.
     *
     * @param problems what is wrong with program documents now
     * @throws org.proteus.foundation.model.ProteusException if it cannot listen there
     */
    public static GraphServer start(
            HttpSettings settings,
            Catalogue catalogue,
            Supplier<List<Problem>> problems,
            PublishingAccess publishing) {
        GraphOperations operations = new GraphOperations(catalogue, Optional.of(publishing));
        return new GraphServer(
                HttpService.on(settings)
                        .maxJson(MAX_MESSAGE)
                        .rest(
                                new IndexResource("Proteus graph"),
                                new OpenApiResource(
                                        List.of(OPEN_API_ALONE, OPEN_API, PUBLISHING_API)),
                                new GraphHealthResource(catalogue, problems),
                                new CatalogueResource(catalogue),
                                new PublishingResource(publishing.publishing(), catalogue),
                                new OperatorGuard(publishing.operators()))
                        .soap(GraphSoap.PATH, new GraphSoap(operations, MAX_MESSAGE))
                        .start());
    }

    /**
     * Starts a server that only answers; it does not own the catalogue.
     *
     * @param problems what is wrong with program documents now
     * @throws org.proteus.foundation.model.ProteusException if it cannot listen there
     */
    public static GraphServer start(
            HttpSettings settings, Catalogue catalogue, Supplier<List<Problem>> problems) {
        return new GraphServer(
                HttpService.on(settings)
                        .maxJson(MAX_MESSAGE)
                        .rest(
                                new IndexResource("Proteus graph"),
                                new OpenApiResource(List.of(OPEN_API_ALONE, OPEN_API)),
                                new GraphHealthResource(catalogue, problems),
                                new CatalogueResource(catalogue))
                        .soap(
                                GraphSoap.PATH,
                                new GraphSoap(
                                        new GraphOperations(catalogue, Optional.empty()),
                                        MAX_MESSAGE))
                        .start());
    }

    /** Returns the address by which this machine reaches it. */
    public URI uri() {
        return service.uri();
    }

    /** Lets requests under way end, and stops. */
    @Override
    public void close() {
        service.close();
    }
}
