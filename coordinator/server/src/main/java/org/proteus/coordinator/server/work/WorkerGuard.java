package org.proteus.coordinator.server.work;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.foundation.server.access.AccessToken;

/** Lets only those in who show the token that workers share, or that of a node's worker. */
@WorkersOnly
public final class WorkerGuard implements ContainerRequestFilter {

    private final AccessToken token;
    private final NodeAccess nodes;

    /** Creates the guard for these tokens. */
    public WorkerGuard(AccessToken token, NodeAccess nodes) {
        this.token = token;
        this.nodes = nodes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Optional<String> shown = AccessToken.shown(authorization);
        if (shown.filter(token::accepts).isPresent()) {
            return;
        }
        Optional<NodeRow> node = shown.flatMap(nodes::ofToken);
        if (node.isEmpty()) {
            token.require(authorization);
        } else {
            WorkDesk.speaksFor(request, node.get());
        }
    }
}
