package org.proteus.coordinator.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.net.WireJson;

/** Documents in columns. */
final class Json {

    private Json() {}

    static String text(Object value) {
        try {
            return WireJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot write " + value.getClass(), unwritable);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return WireJson.mapper().readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a row holds no " + type.getSimpleName(), damaged);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return WireJson.mapper().readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a row holds no " + type.getType(), damaged);
        }
    }

    /** Returns a problem of a column that may be null. */
    static Optional<Problem> problem(String text) {
        return Optional.ofNullable(text).map(t -> read(t, Problem.class));
    }
}
