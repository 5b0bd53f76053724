package org.proteus.foundation.net;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Says in plain words what is wrong with a JSON document, without quoting its values. */
public final class JsonProblems {

    private static final String ACTION = "Correct the JSON document and send it again";

    private JsonProblems() {}

    /**
     * Returns the {@code BAD_REQUEST} that tells the sender where the document is wrong and why.
     */
    public static Problem of(JsonProcessingException wrong) {
        String message = "not the JSON that is expected here: " + reason(wrong) + place(wrong);
        return new Problem(ErrorCode.BAD_REQUEST, message, ACTION);
    }

    static ProteusException exception(JsonProcessingException wrong) {
        return new ProteusException(of(wrong), wrong);
    }

    /** A document of the single word {@code null} is a value to Jackson, but to nobody else. */
    static <T> T present(T value) {
        if (value == null) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST, "the JSON document is null or empty", ACTION);
        }
        return value;
    }

    private static String reason(JsonProcessingException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                    "unknown field '" + shortened(unknown.getPropertyName()) + "'";
            case InvalidNullException absent ->
                    "field '" + absent.getPropertyName().getSimpleName() + "' is null";
            case InvalidTypeIdException kind ->
                    "field 'kind' names no " + kind.getBaseType().getRawClass().getSimpleName();
            case ValueInstantiationException refused -> cause(refused);
            case StreamConstraintsException large -> constraint(large);
            case JsonMappingException mapping
                    when mapping.getCause() instanceof StreamConstraintsException large ->
                    constraint(large);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case JsonEOFException _ -> "it ends too early";
            case JsonParseException syntax -> firstSentence(syntax.getOriginalMessage());
            case JsonMappingException mapping when mapping.getCause() != null -> cause(mapping);
            default -> firstSentence(wrong.getOriginalMessage());
        };
    }

    private static String mismatch(MismatchedInputException mismatch) {
        String text = mismatch.getOriginalMessage();
        if (text.startsWith("Missing required creator property")) {
            return "field " + text.replaceFirst("^[^']*('[^']*').*$", "$1") + " is missing";
        }
        if (text.startsWith("No content to map")) {
            return "the document is empty";
        }
        if (text.startsWith("Trailing token")) {
            return "something follows the end of the document";
        }
        if (mismatch.getCause() != null) {
            return cause(mismatch);
        }
        Class<?> target = mismatch.getTargetType();
        return "the value is not " + (target == null ? "what it should be" : kind(target));
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "long", "Integer", "Long" -> "a whole number in range";
            case "double", "Double" -> "a number in range";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "byte[]" -> "a text in Base64";
            case "List", "ArrayList" -> "a list";
            default -> "of the form " + type.getSimpleName();
        };
    }

    private static String cause(JsonMappingException wrong) {
        Throwable cause = wrong.getCause();
        return cause == null || cause.getMessage() == null
                ? "the value is not allowed"
                : shortened(cause.getMessage());
    }

    private static String constraint(StreamConstraintsException large) {
        return "it is nested too deeply or a part of it is too long ("
                + firstSentence(large.getOriginalMessage()).replaceFirst(" \\(.*", "")
                + ")";
    }

    private static String place(JsonProcessingException wrong) {
        StringBuilder place = new StringBuilder();
        if (wrong instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            place.append(" at ").append(path(mapping));
        }
        JsonLocation location = wrong.getLocation();
        if (location != null && location.getLineNr() > 0) {
            place.append(" (line ")
                    .append(location.getLineNr())
                    .append(", column ")
                    .append(location.getColumnNr())
                    .append(')');
        }
        return place.toString();
    }

    private static String path(JsonMappingException mapping) {
        String path =
                mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + shortened(step.getFieldName()))
                        .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf('\n');
        return shortened(end < 0 ? text : text.substring(0, end));
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= 160 ? clean : clean.substring(0, 160) + "...";
    }
}
