package org.proteus.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The SOAP request of the demo, written by hand as any program could that has no SOAP library.
 * Thread-safe.
 */
final class SoapRequest {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PROTEUS = "urn:proteus:soap:1";
    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI service;

    /**
     * @param service address of the service, for example {@code http://localhost:8080}
     */
    SoapRequest(URI service) {
        this.service = service;
    }

    /**
     * Starts a job.
     *
     * @param from source
     * @param target content type, extension or file name
     * @param into sink
     * @return the job's id, as the endpoint reference in the answer holds it
     * @throws ProteusException if the service refuses, with the problem it tells; {@code
     *     UNAVAILABLE} if its answer is no SOAP
     * @throws IOException if it cannot be reached
     */
    String createTransformation(URI from, String target, URI into)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/soap/transformation"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"" + PROTEUS + "/createTransformation\"")
                        .POST(BodyPublishers.ofString(envelope(from, target, into)))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return jobId(parsed(body.readNBytes(LONGEST_ANSWER)));
            }
        }
    }

    private static String envelope(URI from, String target, URI into) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("e", "Envelope", ENVELOPE);
            xml.writeNamespace("e", ENVELOPE);
            xml.writeNamespace("p", PROTEUS);
            xml.writeStartElement("e", "Body", ENVELOPE);
            xml.writeStartElement("p", "createTransformation", PROTEUS);
            writePlace(xml, "input", from);
            write(xml, "targetContentType", target);
            writePlace(xml, "output", into);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
        return text.toString();
    }

    private static void writePlace(XMLStreamWriter xml, String name, URI place)
            throws XMLStreamException {
        xml.writeStartElement("p", name, PROTEUS);
        write(xml, "type", "URI");
        write(xml, "value", place.toString());
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement("p", name, PROTEUS);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static Document parsed(byte[] answer) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            var builder = factory.newDocumentBuilder();
            // The default one prints to the terminal.
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(answer));
        } catch (SAXException | IOException e) {
            throw noSoap(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
        }
    }

    private static String jobId(Document answer) {
        Optional<Element> fault = first(answer, PROTEUS, "ProteusFault");
        if (fault.isPresent()) {
            throw new ProteusException(problem(fault.get()));
        }
        return first(answer, ADDRESSING, "ReferenceParameters")
                .flatMap(parameters -> first(parameters, PROTEUS, "JobId"))
                .map(id -> id.getTextContent().strip())
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> noSoap(null));
    }

    private static Problem problem(Element fault) {
        String code = text(fault, "code");
        ErrorCode known =
                Arrays.stream(ErrorCode.values())
                        .filter(value -> value.name().equals(code))
                        .findFirst()
                        .orElse(ErrorCode.UNAVAILABLE);
        return new Problem(known, text(fault, "message"), text(fault, "action"));
    }

    private static String text(Element parent, String name) {
        return first(parent, PROTEUS, name).map(Element::getTextContent).orElse("");
    }

    private static Optional<Element> first(Node below, String namespace, String name) {
        var found =
                below instanceof Element element
                        ? element.getElementsByTagNameNS(namespace, name)
                        : ((Document) below).getElementsByTagNameNS(namespace, name);
        return Optional.ofNullable((Element) found.item(0));
    }

    private static ProteusException noSoap(Throwable cause) {
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        "the service did not answer the SOAP request with SOAP",
                        "Check that a Proteus coordinator listens at that address"),
                cause);
    }
}
