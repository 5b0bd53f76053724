package org.proteus.foundation.server.soap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.apache.cxf.ws.addressing.WSAddressingFeature.AddressingResponses;

/**
 * Publishes SOAP endpoints of one contract. They validate requests against the schema, read bounded
 * XML without document types, and answer where the request came from only.
 *
 * @param namespace namespace of the contract, where its element ProteusFault is declared
 * @param understoodHeaders headers that the contract knows beside those of WS-Addressing
 * @param maxMessageBytes largest message taken, in bytes
 */
public record SoapPublisher(String namespace, Set<QName> understoodHeaders, long maxMessageBytes) {

    /** Our own messages are eight deep; headers of others may be somewhat deeper. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_CHILDREN = 1000;
    private static final int MAX_ELEMENTS = 5000;
    private static final int MAX_ATTRIBUTE_LENGTH = 8192;

    /** Publishes an endpoint at an address relative to the path of the face. */
    public void publish(Bus bus, Object endpoint, String address) {
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
                                new HeaderGuard(understoodHeaders),
                                new BodyGuard()));
        published.getOutFaultInterceptors().add(new FaultTranslator(namespace));
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
