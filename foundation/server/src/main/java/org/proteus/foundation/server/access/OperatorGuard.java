package org.proteus.foundation.server.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Lets only those in who show the operators' token. */
@OperatorsOnly
public final class OperatorGuard implements ContainerRequestFilter {

    private final AccessToken token;

    /** Creates the guard for this token. */
    public OperatorGuard(AccessToken token) {
        this.token = token;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        token.require(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }
}
