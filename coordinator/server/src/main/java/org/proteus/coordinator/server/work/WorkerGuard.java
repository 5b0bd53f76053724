package org.proteus.coordinator.server.work;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Lets only those in who show the workers' token. */
@WorkersOnly
public final class WorkerGuard implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final WorkerTokens tokens;

    /** Creates the guard for these tokens. */
    public WorkerGuard(WorkerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean shown = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (!shown || !tokens.accepts(header.substring(SCHEME.length()).strip())) {
            throw new ProteusException(
                    ErrorCode.UNAUTHORIZED,
                    shown ? "this token is not known here" : "workers must show a token",
                    "Start the worker with the token file of this coordinator's data folder");
        }
    }
}
