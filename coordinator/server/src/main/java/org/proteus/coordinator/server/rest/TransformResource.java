package org.proteus.coordinator.server.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.coordinator.InstantTransforms.Request;
import org.proteus.coordinator.InstantTransforms.Result;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.server.QueryPrefix;
import org.proteus.foundation.server.WaitingClient;
import org.proteus.graph.server.rest.PlanRulesQuery;
import org.proteus.graph.server.rest.PlanValues;

/** Transforms the body of a request while its client waits. */
@Path("/api/v1/transform")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public final class TransformResource {

    /** What clients send when they were not told a type; it says nothing of the object. */
    private static final Set<String> UNSTATED =
            Set.of("application/octet-stream", "application/x-www-form-urlencoded");

    private final InstantTransforms transforms;
    private final HeldBytes held;
    private final long maxBytes;

    /**
     * @param held bounds the memory of all bodies together
     * @param maxBytes largest object, in bytes
     */
    public TransformResource(InstantTransforms transforms, HeldBytes held, long maxBytes) {
        this.transforms = transforms;
        this.held = held;
        this.maxBytes = maxBytes;
    }

    /** Transforms an object. */
    @PUT
    @QueryPrefix(PlanValues.OPTION)
    public Response put(
            @QueryParam("to") String to,
            @QueryParam("name") String name,
            @BeanParam PlanRulesQuery rules,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        return transform(to, name == null ? "" : name, rules, uri, request, body);
    }

    /** Transforms an object. */
    @POST
    @QueryPrefix(PlanValues.OPTION)
    public Response post(
            @QueryParam("to") String to,
            @QueryParam("name") String name,
            @BeanParam PlanRulesQuery rules,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        return transform(to, name == null ? "" : name, rules, uri, request, body);
    }

    /** Transforms an object whose name ends the address, as curl writes it after a slash. */
    @PUT
    @Path("{name}")
    @QueryPrefix(PlanValues.OPTION)
    public Response putNamed(
            @PathParam("name") String name,
            @QueryParam("to") String to,
            @BeanParam PlanRulesQuery rules,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        return transform(to, name, rules, uri, request, body);
    }

    private Response transform(
            String to,
            String name,
            PlanRulesQuery rules,
            UriInfo uri,
            HttpServletRequest request,
            InputStream body)
            throws IOException {
        String target = PlanValues.required("to", to);
        Optional<ContentType> stated = statedType(request.getContentType());
        try (HeldBytes.Place place = held.place(maxBytes)) {
            Bytes content = place.read(body, request.getContentLengthLong());
            if (content.size() == 0) {
                throw new ProteusException(
                        ErrorCode.BAD_REQUEST,
                        "the request has no body to transform",
                        "Send the object as the body: curl -T FILE ...");
            }
            Request task =
                    new Request(
                            name, stated, target, PlanValues.options(uri), rules.rules(), content);
            return answer(name, WaitingClient.of(request).call(() -> transforms.transform(task)));
        }
    }

    private static Optional<ContentType> statedType(String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            ContentType type = ContentType.parse(header);
            return UNSTATED.contains(type.mediaType()) ? Optional.empty() : Optional.of(type);
        } catch (IllegalArgumentException unreadable) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the header Content-Type is wrong: " + unreadable.getMessage(),
                    "Leave it out, or write it as type/subtype");
        }
    }

    private static Response answer(String name, Result result) {
        return Download.of(name, result.type(), result.content())
                .header(Download.DIGEST, Download.digest(result.checksum()))
                .header(
                        "Proteus-Plan",
                        result.record().plan().map(TransformResource::text).orElse(""))
                .build();
    }

    private static String text(Plan plan) {
        return plan.isPassThrough()
                ? "none"
                : plan.steps().stream()
                        .map(step -> step.unit().toString().replaceAll("[^ -~]", "_"))
                        .collect(Collectors.joining(", "));
    }
}
