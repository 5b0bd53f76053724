package org.proteus.foundation.net;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.proteus.foundation.model.ProteusException;

/**
 * The JSON form of the shared records: the protocol of the workers, the REST interface, the output
 * of the command line.
 *
 * <p>Reading is strict, because the other end may be hostile or of another version: an unknown
 * field, a field given twice, a number where a text is expected, a missing part of a protocol
 * record are errors. Absent {@link java.util.Optional}s are left out; times are ISO 8601; bytes are
 * Base64. Thread-safe.
 */
public final class WireJson {

    /** Our deepest record has 9 levels; a deeper document is an attack on the stack. */
    private static final int DEEPEST = 40;

    /** The longest number that is written is a {@code double} of 24 characters. */
    private static final int LONGEST_NUMBER = 40;

    /** The longest key is a content type, of at most 8192 characters. */
    private static final int LONGEST_KEY = 8192;

    /** Carried content is one Base64 text; 48 MiB of it is more than any request may carry. */
    private static final int LONGEST_TEXT = 64 << 20;

    private static final ObjectMapper MAPPER = build();

    private WireJson() {}

    /** Returns a mapper of this configuration that the caller may keep, but not reconfigure. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Returns the JSON text of a value as UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(
                    "cannot write " + value.getClass().getSimpleName() + " as JSON", unwritable);
        }
    }

    /**
     * Reads one value and the end of the document.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if the text is not such a value; the
     *     message says where and why
     * @throws IOException if the stream itself cannot be read
     */
    public static <T> T read(InputStream json, Class<T> type) throws IOException {
        try {
            return JsonProblems.present(MAPPER.readValue(json, type));
        } catch (JsonProcessingException wrong) {
            throw JsonProblems.exception(wrong);
        }
    }

    /** Reads one value of a generic type; otherwise like {@link #read(InputStream, Class)}. */
    public static <T> T read(InputStream json, TypeReference<T> type) throws IOException {
        try {
            return JsonProblems.present(MAPPER.readValue(json, type));
        } catch (JsonProcessingException wrong) {
            throw JsonProblems.exception(wrong);
        }
    }

    private static ObjectMapper build() {
        return JsonMapper.builder(factory())
                .withCoercionConfig(LogicalType.Textual, WireJson::refuseScalars)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(
                        new SimpleModule()
                                .addDeserializer(Double.class, FiniteNumber.BOXED)
                                .addDeserializer(double.class, FiniteNumber.PRIMITIVE))
                .annotationIntrospector(new CompleteRecords())
                // isPassThrough() and the like are answers, not fields.
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static void refuseScalars(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxNameLength(LONGEST_KEY)
                                .maxStringLength(LONGEST_TEXT)
                                .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // The text of a refused document may hold a password: never in a message.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                // Who opened a stream closes it.
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }
}
