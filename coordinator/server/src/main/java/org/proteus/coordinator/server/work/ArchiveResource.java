package org.proteus.coordinator.server.work;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.server.access.AccessToken;

/** The archive that nodes run, for those that show their one-time token. */
@Path("/work/v1/archive")
public final class ArchiveResource {

    private final NodeAccess nodes;
    private final Optional<WorkerArchive> archive;

    /** Creates the resource. */
    public ArchiveResource(NodeAccess nodes, Optional<WorkerArchive> archive) {
        this.nodes = nodes;
        this.archive = archive;
    }

    /** Returns the archive. */
    @GET
    @Produces(MediaType.WILDCARD)
    public Response get(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("node") String node) {
        Optional<String> token = AccessToken.shown(authorization);
        if (node == null || token.filter(shown -> nodes.mayJoin(node, shown)).isEmpty()) {
            throw new ProteusException(
                    ErrorCode.UNAUTHORIZED,
                    "the archive is for nodes that show their one-time token",
                    "the pool makes another node when this one cannot join");
        }
        WorkerArchive file = archive.orElseThrow(ArchiveResource::missing);
        return Response.ok(file.open(), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .build();
    }

    private static ProteusException missing() {
        return new ProteusException(
                ErrorCode.NOT_FOUND,
                "this coordinator has no archive for nodes",
                "let its setting nodes.archive name one");
    }
}
