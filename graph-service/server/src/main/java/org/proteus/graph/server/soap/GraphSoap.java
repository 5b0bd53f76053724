package org.proteus.graph.server.soap;

import java.util.Set;
import java.util.function.Consumer;
import org.apache.cxf.Bus;
import org.proteus.foundation.server.soap.SoapPublisher;

/** Publishes the endpoint {@code /graph} on a bus. */
public final class GraphSoap implements Consumer<Bus> {

    /** Where SOAP endpoints lie. */
    public static final String PATH = "/soap";

    static final String NAMESPACE = "urn:proteus:graph:1";

    private final GraphOperations operations;
    private final long maxMessageBytes;

    /**
     * @param operations what answers
     * @param maxMessageBytes largest message taken, in bytes
     */
    public GraphSoap(GraphOperations operations, long maxMessageBytes) {
        this.operations = operations;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void accept(Bus bus) {
        new SoapPublisher(NAMESPACE, Set.of(), maxMessageBytes)
                .publish(bus, new GraphEndpoint(operations), "/graph");
    }
}
