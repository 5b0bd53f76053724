package org.proteus.coordinator.server.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.headers.Header;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.proteus.foundation.server.WaitingClient;
import org.w3c.dom.Element;

/** What an endpoint may know of the request that its thread answers. */
final class CurrentCall {

    private CurrentCall() {}

    /** Returns the address of another endpoint beside this one, as the client sees this host. */
    static URI beside(String endpoint) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        return URI.create(String.valueOf(message.get(Message.REQUEST_URL))).resolve(endpoint);
    }

    /** Returns the text of the header that names a job. */
    static Optional<String> jobId() {
        SoapMessage message = (SoapMessage) PhaseInterceptorChain.getCurrentMessage();
        Header header = message.getHeader(SoapEndpoints.JOB_ID);
        return header != null && header.getObject() instanceof Element element
                ? Optional.of(element.getTextContent().strip())
                : Optional.empty();
    }

    /** Returns the client, so that waiting ends when it hangs up. */
    static WaitingClient client() {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        return WaitingClient.of(
                (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST));
    }
}
