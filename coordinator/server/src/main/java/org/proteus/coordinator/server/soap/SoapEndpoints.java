package org.proteus.coordinator.server.soap;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.server.soap.SoapPublisher;
import org.proteus.graph.Catalogue;
import org.proteus.graph.server.publishing.PublishingAccess;
import org.proteus.graph.server.soap.GraphOperations;
import org.proteus.graph.server.soap.GraphSoap;

/**
 * Publishes the SOAP endpoints on a bus: {@code /transformation}, {@code /job} and those of the
 * graph.
 */
public final class SoapEndpoints implements Consumer<Bus> {

    /** Where the endpoints lie. */
    public static final String PATH = "/soap";

    static final String NAMESPACE = "urn:proteus:soap:1";
    static final QName JOB_ID = new QName(NAMESPACE, "JobId");
    static final String JOB = "job";

    private final Jobs jobs;
    private final Catalogue catalogue;
    private final PublishingAccess publishing;
    private final long maxMessageBytes;

    /**
     * Creates the endpoints over the coordinator's services.
     *
     * @param maxMessageBytes largest message taken, in bytes; objects inside it are Base64
     */
    public SoapEndpoints(
            Jobs jobs, Catalogue catalogue, PublishingAccess publishing, long maxMessageBytes) {
        this.jobs = jobs;
        this.catalogue = catalogue;
        this.publishing = publishing;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void accept(Bus bus) {
        GraphOperations graph = new GraphOperations(catalogue, Optional.of(publishing));
        SoapPublisher publisher = new SoapPublisher(NAMESPACE, Set.of(JOB_ID), maxMessageBytes);
        publisher.publish(
                bus, new TransformationEndpoint(jobs, catalogue, graph), "/transformation");
        publisher.publish(bus, new JobEndpoint(jobs), "/" + JOB);
        new GraphSoap(graph, maxMessageBytes).accept(bus);
    }
}
