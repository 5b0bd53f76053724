package org.proteus.foundation.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.net.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Jetty itself refuses, broken requests too, with problem details. */
final class ProblemPages extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    /** Methods make no difference: every refused request gets the document. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            String message,
            Throwable cause,
            Callback callback) {
        if (status >= 500 && cause != null && !(cause instanceof HttpException)) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), cause);
        }
        write(request, response, callback, status, StatusProblems.of(status));
    }

    /** Answers with a problem; the status may be more exact than the problem's code. */
    static void write(
            Request request, Response response, Callback callback, int status, Problem problem) {
        String id = RequestTrace.idOf(request);
        ProblemDocument document = ProblemDocument.of(problem, status, id);
        response.setStatus(status);
        RequestTrace.addHeaders(response.getHeaders(), id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        if (document.isTemporary()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, ProblemDocument.RETRY_AFTER_SECONDS);
        }
        response.write(true, ByteBuffer.wrap(WireJson.write(document)), callback);
    }
}
