package org.proteus.coordinator.server.work;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.proteus.foundation.server.access.AccessToken;

/** Lets only those in who show the workers' token. */
@WorkersOnly
public final class WorkerGuard implements ContainerRequestFilter {

    private final AccessToken token;

    /** Creates the guard for this token. */
    public WorkerGuard(AccessToken token) {
        this.token = token;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        token.require(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }
}
