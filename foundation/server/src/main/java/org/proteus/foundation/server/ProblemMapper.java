package org.proteus.foundation.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever an endpoint throws into problem details; what is our fault goes to the log. */
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Context private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Response answer = answer(thrown);
        return UnreadBody.isGone(request)
                ? answer
                : Response.fromResponse(answer).header("Connection", "close").build();
    }

    private static Response answer(Throwable thrown) {
        return switch (thrown) {
            case ProteusException known -> known(known);
            case WebApplicationException http -> http(http);
            case HttpException jetty -> ofStatus(jetty.getCode()).build();
            case EofException gone -> ofStatus(400).build();
            case Throwable slow when slow.getCause() instanceof TimeoutException ->
                    ofStatus(408).build();
            default -> defect(thrown);
        };
    }

    private static Response known(ProteusException thrown) {
        Problem problem = thrown.problem();
        int status = ProblemStatus.of(problem.code());
        if (problem.code() == ErrorCode.INTERNAL) {
            LOG.error("request failed: {}", problem.text(), thrown);
        } else {
            LOG.debug("refused with {}: {}", problem.code(), problem.message());
        }
        return build(problem, status).build();
    }

    /** Jersey's own refusals keep their status and what HTTP wants beside it, for example Allow. */
    private static Response http(WebApplicationException thrown) {
        Response original = thrown.getResponse();
        if (original.getStatus() >= 500) {
            LOG.error("request failed", thrown);
        }
        Response.ResponseBuilder answer = ofStatus(original.getStatus());
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    private static Response defect(Throwable thrown) {
        LOG.error("request failed", thrown);
        Problem problem =
                new Problem(
                        ErrorCode.INTERNAL,
                        "the service failed because of a defect of its own",
                        "Report it with the request id; the server's log has the details");
        return build(problem, 500).build();
    }

    private static Response.ResponseBuilder ofStatus(int status) {
        return build(StatusProblems.of(status), status);
    }

    private static Response.ResponseBuilder build(Problem problem, int status) {
        ProblemDocument document = ProblemDocument.of(problem, status, RequestTrace.current());
        Response.ResponseBuilder answer =
                Response.status(status).type(ProblemDocument.MEDIA_TYPE).entity(document);
        if (document.isTemporary()) {
            answer.header(HttpHeaders.RETRY_AFTER, ProblemDocument.RETRY_AFTER_SECONDS);
        }
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer;
    }
}
