package org.proteus.coordinator.server;

import java.net.URI;
import java.net.URL;
import java.util.List;
import org.proteus.coordinator.server.rest.ElementsResource;
import org.proteus.coordinator.server.rest.EventsResource;
import org.proteus.coordinator.server.rest.HealthResource;
import org.proteus.coordinator.server.rest.HeldBytes;
import org.proteus.coordinator.server.rest.JobsResource;
import org.proteus.coordinator.server.rest.MeasuredResource;
import org.proteus.coordinator.server.rest.TransformResource;
import org.proteus.coordinator.server.rest.WorkersResource;
import org.proteus.coordinator.server.soap.SoapEndpoints;
import org.proteus.coordinator.server.work.ArchiveResource;
import org.proteus.coordinator.server.work.BootFailureResource;
import org.proteus.coordinator.server.work.ContentResource;
import org.proteus.coordinator.server.work.JoinResource;
import org.proteus.coordinator.server.work.WorkDesk;
import org.proteus.coordinator.server.work.WorkResource;
import org.proteus.coordinator.server.work.WorkerGuard;
import org.proteus.foundation.server.HttpService;
import org.proteus.foundation.server.IndexResource;
import org.proteus.foundation.server.OpenApiResource;
import org.proteus.foundation.server.access.AccessToken;
import org.proteus.foundation.server.access.OperatorGuard;
import org.proteus.graph.server.GraphServer;
import org.proteus.graph.server.publishing.PublishingAccess;
import org.proteus.graph.server.rest.CatalogueResource;
import org.proteus.graph.server.rest.PublishingResource;

/** Every face of a coordinator on one port. Thread-safe once started. */
public final class CoordinatorServer implements AutoCloseable {

    private static final URL OPEN_API = JobsResource.class.getResource("openapi.yaml");

    private final HttpService service;

    private CoordinatorServer(HttpService service) {
        this.service = service;
    }

    /**
     * Starts the server; it owns none of the services.
     *
     * @param workers what workers must show
     * @param operators what operators must show
     * @throws org.proteus.foundation.model.ProteusException if it cannot listen there
     */
    public static CoordinatorServer start(
            ServerSettings settings,
            Services services,
            AccessToken workers,
            AccessToken operators) {
        PublishingAccess publishing = new PublishingAccess(services.publishing(), operators);
        WorkDesk desk = new WorkDesk(services.work(), services.content(), services.nodes());
        HeldBytes held = new HeldBytes(settings.maxHeldBytes());
        HttpService service =
                HttpService.on(settings.http())
                        .maxJson(settings.maxJsonBytes())
                        .rest(
                                new IndexResource("Proteus"),
                                new OpenApiResource(
                                        List.of(
                                                OPEN_API,
                                                GraphServer.OPEN_API,
                                                GraphServer.PUBLISHING_API)),
                                new HealthResource(services.jobs()),
                                new JobsResource(services.jobs()),
                                new ElementsResource(services.jobs()),
                                new EventsResource(services.jobs()),
                                new WorkersResource(services.jobs(), services.workers()),
                                new CatalogueResource(services.catalogue()),
                                new PublishingResource(services.publishing(), services.catalogue()),
                                new MeasuredResource(services.measured()),
                                new OperatorGuard(operators),
                                new TransformResource(
                                        services.instant(), held, settings.maxObjectBytes()),
                                new WorkerGuard(workers, services.nodes()),
                                new JoinResource(services.nodes()),
                                new ArchiveResource(services.nodes(), services.archive()),
                                new BootFailureResource(services.nodes()),
                                new WorkResource(desk),
                                new ContentResource(desk))
                        .soap(
                                SoapEndpoints.PATH,
                                new SoapEndpoints(
                                        services.jobs(),
                                        services.catalogue(),
                                        publishing,
                                        settings.maxJsonBytes()))
                        .start();
        return new CoordinatorServer(service);
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
