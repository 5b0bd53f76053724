package org.proteus.coordinator.server.soap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.proteus.coordinator.server.soap.contract.ObjectPlace;
import org.proteus.data.Places;
import org.proteus.data.Segments;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.Place;

/**
 * Turns {type, value, parameters} into places. The type is the scheme of the address; only {@code
 * URI} and {@code Inline} are none. User and password go to the credentials of the place.
 */
final class SoapPlaces {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private final Function<String, ContentType> types;

    /**
     * @param types understands a type as people write it
     */
    SoapPlaces(Function<String, ContentType> types) {
        this.types = types;
    }

    /**
     * Returns the place of an output.
     *
     * @throws ProteusException {@code BAD_REQUEST} if it is none
     */
    Place sink(ObjectPlace output) {
        if (type(output).equals("inline")) {
            PlaceParameters.of(output).requireAllTaken();
        }
        return source(output);
    }

    /**
     * Returns the place of an input.
     *
     * @throws ProteusException {@code BAD_REQUEST} if it is none
     */
    Place source(ObjectPlace given) {
        PlaceParameters parameters = PlaceParameters.of(given);
        String type = type(given);
        if (type.equals("inline")) {
            return Place.of(Place.INLINE);
        }
        String value = given.getValue() == null ? "" : given.getValue().strip();
        Place place = new Place(uri(type, value, parameters), parameters.credentials());
        parameters.requireAllTaken();
        return Places.apart(place).place();
    }

    /** Returns the objects that the input itself holds. */
    List<InlineObject> objects(ObjectPlace input) {
        if (!type(input).equals("inline")) {
            return List.of();
        }
        PlaceParameters parameters = PlaceParameters.of(input);
        String name = parameters.take("name").orElse("object");
        var contentType = parameters.take("contentType").map(types);
        String encoding = parameters.take("encoding").orElse("base64").toLowerCase(Locale.ROOT);
        parameters.requireAllTaken();
        String value = input.getValue() == null ? "" : input.getValue();
        return List.of(new InlineObject(name, contentType, content(value, encoding)));
    }

    private static Bytes content(String value, String encoding) {
        return switch (encoding) {
            case "text" -> Bytes.of(value.getBytes(StandardCharsets.UTF_8));
            case "base64" -> base64(value);
            default ->
                    throw bad("the encoding of an Inline object is unknown", "Use base64 or text");
        };
    }

    private static Bytes base64(String value) {
        try {
            return Bytes.of(Base64.getDecoder().decode(value.replaceAll("\\s+", "")));
        } catch (IllegalArgumentException e) {
            throw bad(
                    "the value of an Inline object is not Base64",
                    "Encode it, or add the parameter encoding = text");
        }
    }

    private static String type(ObjectPlace given) {
        String type = given.getType().strip().toLowerCase(Locale.ROOT);
        if (!SCHEME.matcher(type).matches()) {
            throw bad(
                    "the type of an input or output is not a name",
                    "Use URI, FTP, SFTP, HTTP, File or Inline");
        }
        return type;
    }

    private static String uri(String type, String value, PlaceParameters parameters) {
        if (value.isEmpty()) {
            throw bad(
                    "an input or output of type " + type + " has no value",
                    "Give the address, the host or the path");
        }
        String folded = value.toLowerCase(Locale.ROOT);
        if (type.equals("uri")) {
            return value;
        }
        if (folded.startsWith(type + ":") || (type.equals("http") && folded.startsWith("https:"))) {
            return value;
        }
        return type.equals("file") ? file(value) : address(type, value, parameters);
    }

    private static String file(String path) {
        if (!path.startsWith("/")) {
            throw bad("the path of a File is not absolute", "Begin it with /");
        }
        return "file://" + Segments.encodePath(path);
    }

    private static String address(String type, String host, PlaceParameters parameters) {
        if (!HOST.matcher(host).matches()) {
            throw bad(
                    "the value is neither a host nor an address that begins with " + type + ":",
                    "Write a host, with directory and port as parameters, or a whole address");
        }
        String directory = parameters.take("directory").orElse("");
        String below = directory.startsWith("/") ? directory.substring(1) : directory;
        return type
                + "://"
                + host
                + port(parameters.take("port"))
                + "/"
                + Segments.encodePath(below);
    }

    private static String port(Optional<String> port) {
        if (port.isPresent() && !PORT.matcher(port.get()).matches()) {
            throw bad("the port is not a number", "Give a number from 1 to 65535");
        }
        return port.map(number -> ":" + number).orElse("");
    }

    static ProteusException bad(String message, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, message, action);
    }
}
