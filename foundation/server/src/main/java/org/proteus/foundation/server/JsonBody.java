package org.proteus.foundation.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.net.JsonProblems;
import org.proteus.foundation.net.WireJson;

/** Reads and writes bodies as {@link WireJson} has them, up to a size. Thread-safe. */
@Consumes("application/json")
@Produces({"application/json", ProblemDocument.MEDIA_TYPE})
final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private final ObjectMapper mapper = WireJson.mapper();
    private final long maxBytes;

    JsonBody(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type);
    }

    /** Streams and raw bytes are written as they are, by whoever offers them. */
    private static boolean isOurs(Class<?> type) {
        return type != byte[].class
                && type != String.class
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > maxBytes) {
            throw tooLarge();
        }
        BoundedInput bounded = new BoundedInput(body, maxBytes);
        try {
            Object value = mapper.readValue(bounded, mapper.constructType(generic));
            if (value == null) {
                throw badRequest("the body is the JSON word null");
            }
            return value;
        } catch (JsonProcessingException wrong) {
            throw bounded.exceeded() ? tooLarge() : explained(wrong);
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(WireJson.write(value));
    }

    private static ProteusException explained(JsonProcessingException wrong) {
        Problem problem = JsonProblems.of(wrong);
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds().stream().map(Object::toString).toList();
            String hint =
                    NearestName.of(unknown.getPropertyName(), known)
                            .map(name -> "Did you mean '" + name + "'?")
                            .orElse("Known are " + String.join(", ", known));
            problem = new Problem(problem.code(), problem.message(), hint);
        }
        return new ProteusException(problem, wrong);
    }

    private ProteusException tooLarge() {
        return new ProteusException(
                ErrorCode.TOO_LARGE,
                "the JSON document is larger than " + maxBytes + " bytes",
                "Send less at once, or let workers fetch the objects from a data source");
    }

    private static ProteusException badRequest(String message) {
        return new ProteusException(ErrorCode.BAD_REQUEST, message, "Send a JSON object");
    }
}
