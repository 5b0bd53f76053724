package org.proteus.coordinator.server.work;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.foundation.server.access.AccessToken;

/** Hears from machines, which show their one-time token, why they do not become workers. */
@Path("/work/v1/boot-failure")
@Consumes(MediaType.TEXT_PLAIN)
public final class BootFailureResource {

    /** No more is read, however much a machine sends; what is kept is shorter still. */
    private static final int MOST_BYTES = 4096;

    private final NodeAccess nodes;

    /** Creates the resource. */
    public BootFailureResource(NodeAccess nodes) {
        this.nodes = nodes;
    }

    /** Takes what went wrong, in the machine's words. */
    @POST
    public void tell(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("node") String node,
            InputStream why)
            throws IOException {
        nodes.bootFailed(
                node == null ? "" : node,
                AccessToken.shown(authorization).orElse(""),
                new String(why.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    }
}
