package org.proteus.coordinator.server.soap;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.cxf.Bus;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.apache.cxf.ws.addressing.WSAddressingFeature.AddressingResponses;
import org.proteus.coordinator.Catalogue;
import org.proteus.coordinator.Jobs;

/**
 * Publishes the SOAP endpoints on a bus: {@code /transformation} and {@code /job}. Both validate
 * requests against the schema, read bounded XML without document types, and answer where the
 * request came from only.
 */
public final class SoapEndpoints implements Consumer<Bus> {

    /** Where the endpoints lie. */
    public static final String PATH = "/soap";

    static final String NAMESPACE = "urn:proteus:soap:1";
    static final String JOB = "job";

    /** Our own messages are eight deep; headers of others may be somewhat deeper. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_CHILDREN = 1000;
    private static final int MAX_ELEMENTS = 5000;
    private static final int MAX_ATTRIBUTE_LENGTH = 8192;

    private final Jobs jobs;
    private final Catalogue catalogue;
    private final long maxMessageBytes;

    /**
     * Creates the endpoints over the coordinator's services.
     *
     * @param maxMessageBytes largest message taken, in bytes; objects inside it are Base64
     */
    public SoapEndpoints(Jobs jobs, Catalogue catalogue, long maxMessageBytes) {
        this.jobs = jobs;
        this.catalogue = catalogue;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void accept(Bus bus) {
        publish(bus, new TransformationEndpoint(jobs, catalogue), "/transformation");
        publish(bus, new JobEndpoint(jobs), "/" + JOB);
    }

    private void publish(Bus bus, Object endpoint, String address) {
        EndpointImpl published = new EndpointImpl(bus, endpoint);
        published.setProperties(properties());
        WSAddressingFeature addressing = new WSAddressingFeature();
        addressing.setResponses(AddressingResponses.ANONYMOUS);
        published.getFeatures().add(addressing);
        published
                .getInInterceptors()
                .addAll(
                        List.of(
                                new MessageGuard(maxMessageBytes),
                                new HeaderGuard(),
                                new BodyGuard()));
        published.getOutFaultInterceptors().add(new FaultTranslator());
        published.publish(address);
    }

    private Map<String, Object> properties() {
        // FaultTranslator logs what is ours; CXF would log every refused request with its stack.
        FaultListener silent = (fault, description, message) -> false;
        return Map.of(
                Message.SCHEMA_VALIDATION_ENABLED,
                SchemaValidationType.IN,
                FaultListener.class.getName(),
                silent,
                StaxUtils.MAX_ELEMENT_DEPTH,
                MAX_DEPTH,
                StaxUtils.MAX_CHILD_ELEMENTS,
                MAX_CHILDREN,
                StaxUtils.MAX_ELEMENT_COUNT,
                (long) MAX_ELEMENTS,
                StaxUtils.MAX_ATTRIBUTE_SIZE,
                MAX_ATTRIBUTE_LENGTH,
                StaxUtils.MAX_TEXT_LENGTH,
                Math.toIntExact(maxMessageBytes),
                StaxUtils.MAX_XML_CHARACTERS,
                maxMessageBytes);
    }
}
