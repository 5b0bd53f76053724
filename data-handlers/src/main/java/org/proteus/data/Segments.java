package org.proteus.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Names of files and folders as segments of a URI path: every byte outside a small safe set is
 * percent-encoded, so that any name that a file system can hold survives, valid UTF-8 or not.
 */
public final class Segments {

    /** What the names of our own unpublished objects begin with; listings pass over them. */
    public static final String OWN_PREFIX = ".proteus-";

    private static final String SAFE = "-_.~!$&'()*+,;=@";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Segments() {}

    /** Returns the encoded form of a name. */
    public static String encode(String name) {
        return encode(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the encoded form of a name as a file system holds it. */
    public static String encode(byte[] name) {
        StringBuilder text = new StringBuilder(name.length + 16);
        for (byte b : name) {
            if (isSafe(b)) {
                text.append((char) b);
            } else {
                HEX.toHexDigits(text.append('%'), b);
            }
        }
        return text.toString();
    }

    /** Returns the one encoded form that this class uses of a name encoded in any way. */
    public static String canonical(String encoded) {
        return encode(bytes(encoded));
    }

    /** Returns the encoded form of a path whose segments are separated by {@code /}. */
    public static String encodePath(String path) {
        StringBuilder text = new StringBuilder();
        for (String segment : path.split("/", -1)) {
            text.append(text.isEmpty() ? "" : "/").append(encode(segment));
        }
        return path.startsWith("/") ? "/" + text : text.toString();
    }

    /**
     * Decodes percent signs.
     *
     * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
     *     or the bytes are not UTF-8
     */
    public static String decode(String text) {
        try {
            return strictUtf8(bytes(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("its percent signs do not encode UTF-8", e);
        }
    }

    /**
     * Returns an encoded path for people: decoded where that is unambiguous; what is not UTF-8 and
     * encoded slashes stay as they are.
     */
    public static String readable(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(Segments::readableSegment)
                .collect(Collectors.joining("/"));
    }

    private static String readableSegment(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            String decoded = strictUtf8(bytes(segment));
            return decoded.indexOf('/') < 0 ? decoded : segment;
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return segment;
        }
    }

    /** Whether this is the encoded name of an unpublished object of ours. */
    public static boolean isOwn(String segment) {
        return segment.startsWith(OWN_PREFIX);
    }

    private static boolean isSafe(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || (b > 0 && SAFE.indexOf(b) >= 0);
    }

    private static String strictUtf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static byte[] bytes(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] != '%') {
                decoded.write(raw[at]);
            } else if (at + 2 < raw.length
                    && HexFormat.isHexDigit(raw[at + 1])
                    && HexFormat.isHexDigit(raw[at + 2])) {
                decoded.write(
                        HexFormat.fromHexDigit(raw[at + 1]) << 4
                                | HexFormat.fromHexDigit(raw[at + 2]));
                at += 2;
            } else {
                throw new IllegalArgumentException(
                        "a percent sign must be followed by two hexadecimal digits; write %25 for"
                                + " the sign itself");
            }
        }
        return decoded.toByteArray();
    }
}
