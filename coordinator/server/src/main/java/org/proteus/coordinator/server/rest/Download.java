package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;

/**
 * A result as an answer. Its name comes from the user and its type from the content: neither may
 * break out of its header, and no browser shall open the result inside our origin.
 */
final class Download {

    /** Header with the checksum of the body (RFC 9530). */
    static final String DIGEST = "Repr-Digest";

    private static final int LONGEST_NAME = 200;
    private static final String PLAIN = "-._~";

    private Download() {}

    static Response.ResponseBuilder of(String objectName, ContentType type, Bytes content) {
        return Response.ok(content.array())
                .header(HttpHeaders.CONTENT_TYPE, header(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName(objectName, type)));
    }

    /** Returns the digest header's value for a SHA-256 in hexadecimal. */
    static String digest(String checksum) {
        byte[] sha256 = HexFormat.of().parseHex(checksum);
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    /** A header holds ASCII; a type whose parameters do not is given without them. */
    private static String header(ContentType type) {
        String text = type.toString();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text) ? text : type.mediaType();
    }

    private static String disposition(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .map(c -> isPlain(c) || c == ' ' ? c : '_')
                .forEach(ascii::appendCodePoint);
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(octet)) {
                text.append((char) octet);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(int c) {
        boolean letterOrDigit =
                (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letterOrDigit || (c > 0 && PLAIN.indexOf(c) >= 0);
    }

    private static String fileName(String objectName, ContentType type) {
        String last = objectName.substring(lastSeparator(objectName) + 1);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        String clean = stem.replaceAll("\\p{Cntrl}", "_");
        int length = Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length()));
        String cut = clean.substring(0, clean.offsetByCodePoints(0, length));
        boolean nameless = cut.isBlank() || cut.equals(".") || cut.equals("..");
        return (nameless ? "result" : cut) + TypeNames.extension(type);
    }

    private static int lastSeparator(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    }
}
