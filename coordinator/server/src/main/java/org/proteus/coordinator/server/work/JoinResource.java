package org.proteus.coordinator.server.work;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.foundation.model.protocol.Joining;
import org.proteus.foundation.server.access.AccessToken;

/** Lets the workers of nodes in, who show the one-time token of their node. */
@Path("/work/v1/join")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JoinResource {

    private final NodeAccess nodes;

    /** Creates the resource. */
    public JoinResource(NodeAccess nodes) {
        this.nodes = nodes;
    }

    /** Takes the token that a worker has chosen for itself. */
    @POST
    public void join(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Joining joining) {
        nodes.join(
                joining.worker(), AccessToken.shown(authorization).orElse(""), joining.tokenHash());
    }
}
