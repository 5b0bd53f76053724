package org.proteus.foundation.server.soap;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Who calls the operation that this thread answers. */
public final class CallingUser {

    private CallingUser() {}

    /** Returns the HTTP header Authorization; null when it is absent. */
    public static String authorization() {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        return ((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST))
                .getHeader("Authorization");
    }
}
