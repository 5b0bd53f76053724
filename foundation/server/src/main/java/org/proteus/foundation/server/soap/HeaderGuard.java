package org.proteus.foundation.server.soap;

import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.w3c.dom.Element;

/**
 * Understands the headers of a contract, and refuses to send an answer anywhere but back: other
 * addresses would let a stranger make this service call whom it likes.
 */
final class HeaderGuard extends AbstractSoapInterceptor {

    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private static final Set<String> BACK =
            Set.of("", ADDRESSING + "/anonymous", ADDRESSING + "/none");
    private static final Set<QName> ANSWERS =
            Set.of(new QName(ADDRESSING, "ReplyTo"), new QName(ADDRESSING, "FaultTo"));

    private final Set<QName> understood;

    /**
     * @param understood further headers that the contract knows
     */
    HeaderGuard(Set<QName> understood) {
        super(Phase.PRE_PROTOCOL);
        addBefore("org.apache.cxf.ws.addressing.soap.MAPCodec");
        addBefore("org.apache.cxf.binding.soap.interceptor.MustUnderstandInterceptor");
        this.understood = Set.copyOf(understood);
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return understood;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        for (Header header : message.getHeaders()) {
            if (ANSWERS.contains(header.getName())
                    && header.getObject() instanceof Element element
                    && !BACK.contains(address(element))) {
                throw new ProteusException(
                        ErrorCode.BAD_REQUEST,
                        "answers go back on the connection of the request only",
                        "Leave out ReplyTo and FaultTo, or use the anonymous address");
            }
        }
    }

    private static String address(Element endpoint) {
        var addresses = endpoint.getElementsByTagNameNS(ADDRESSING, "Address");
        return addresses.getLength() == 0 ? "" : addresses.item(0).getTextContent().strip();
    }
}
