package org.proteus.foundation.server;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives each request an id, in the answer's header {@value #HEADER} and as {@value #MDC_KEY} in the
 * log, and puts the headers on every answer that keep browsers from misusing it.
 */
public final class RequestTrace extends Handler.Wrapper {

    /** Header with the id of a request; a client's own is kept if it is plain. */
    public static final String HEADER = "X-Request-Id";

    static final String MDC_KEY = "request";

    private static final String ATTRIBUTE = RequestTrace.class.getName();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Logger LOG = LoggerFactory.getLogger(RequestTrace.class);

    RequestTrace(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = idOf(request);
        addHeaders(response.getHeaders(), id);
        MDC.put(MDC_KEY, id);
        try {
            LOG.debug("{} {}", request.getMethod(), request.getHttpURI().getPath());
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    /** Returns the id of a request, and gives it one if it has none yet. */
    static String idOf(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String given = request.getHeaders().get(HEADER);
        String id = given != null && PLAIN.matcher(given).matches() ? given : newId();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Returns the id of the request that this thread answers. */
    static String current() {
        String id = MDC.get(MDC_KEY);
        return id == null ? "none" : id;
    }

    static void addHeaders(HttpFields.Mutable headers, String id) {
        headers.put(HEADER, id);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(
                "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        headers.put("Cache-Control", "no-store");
    }

    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
