package org.proteus.foundation.server.soap;

import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ErrorOwner;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Gives every fault, whoever raised it, the form of the contract; defects go to the log. */
final class FaultTranslator extends AbstractSoapInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(FaultTranslator.class);
    private static final int LONGEST_MESSAGE = 500;

    private final String namespace;

    /**
     * @param namespace namespace of the element ProteusFault
     */
    FaultTranslator(String namespace) {
        super(Phase.SETUP);
        this.namespace = namespace;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Throwable thrown = message.getContent(Exception.class);
        Problem problem = problem(thrown);
        SoapFault fault = new SoapFault(problem.text(), code(thrown, problem, message));
        fault.setDetail(detail(problem));
        // The basic profile wants 500 for every fault.
        fault.setStatusCode(HttpURLConnection.HTTP_INTERNAL_ERROR);
        message.setContent(Exception.class, fault);
    }

    private static Problem problem(Throwable thrown) {
        Optional<Problem> known =
                causes(thrown)
                        .filter(ProteusException.class::isInstance)
                        .map(cause -> ((ProteusException) cause).problem())
                        .findFirst();
        if (known.isEmpty() && isOfClient(thrown)) {
            return new Problem(
                    ErrorCode.BAD_REQUEST,
                    sentence(thrown),
                    "Compare the message with the contract at ?wsdl");
        }
        Problem problem = known.orElseGet(FaultTranslator::defect);
        if (problem.code().owner() == ErrorOwner.PROTEUS) {
            LOG.error("SOAP request failed: {}", problem.message(), thrown);
        } else {
            LOG.debug("SOAP request refused with {}", problem.code());
        }
        return problem;
    }

    private static Problem defect() {
        return new Problem(
                ErrorCode.INTERNAL,
                "the service failed because of a defect of its own",
                "Report it with the request id; the server's log has the details");
    }

    /** What is raised before an endpoint is called is about the message itself. */
    private static boolean isOfClient(Throwable thrown) {
        return thrown instanceof SoapFault
                || (thrown instanceof Fault && thrown.getCause() == null)
                || causes(thrown)
                        .anyMatch(cause ->
                                cause instanceof XMLStreamException
                                        || cause instanceof JAXBException
                                        || cause instanceof SAXException
                                        || cause instanceof IOException);
    }

    /** The reason in one line, without the names of rules, classes and positions in our code. */
    private static String sentence(Throwable thrown) {
        String text =
                String.valueOf(thrown.getMessage())
                        .replaceAll("\\s+", " ")
                        .replaceFirst("^Error reading XMLStreamReader: ", "the XML is broken: ")
                        .replaceFirst("^Unmarshalling Error: ", "the message is not valid: ")
                        .replaceAll("cvc-[A-Za-z0-9.-]+: ", "")
                        .replace(" {unknown-source}", "")
                        .replaceAll("[\\w.]+Exception: ?", "")
                        .strip();
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
    }

    private static QName code(Throwable thrown, Problem problem, SoapMessage message) {
        SoapVersion version = message.getVersion();
        if (thrown instanceof SoapFault soap && problem.code() == ErrorCode.BAD_REQUEST) {
            // Such as MustUnderstand and VersionMismatch.
            return soap.getFaultCode();
        }
        return switch (problem.code().owner()) {
            case USER, OBJECT -> version.getSender();
            case ENVIRONMENT, PROTEUS -> version.getReceiver();
        };
    }

    private Element detail(Problem problem) {
        Document document = DOMUtils.createDocument();
        Element detail = document.createElement("detail");
        Element fault = document.createElementNS(namespace, "p:ProteusFault");
        detail.appendChild(fault);
        add(fault, "code", problem.code().name());
        add(fault, "message", problem.message());
        add(fault, "action", problem.action());
        return detail;
    }

    private void add(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, "p:" + name);
        child.setTextContent(XmlText.of(text));
        parent.appendChild(child);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
