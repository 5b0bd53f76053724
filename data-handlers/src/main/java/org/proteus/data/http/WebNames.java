package org.proteus.data.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proteus.data.Segments;

/** Finds a name for what a URL gives: {@code Content-Disposition}, else the end of the path. */
final class WebNames {

    private static final Pattern EXTENDED =
            Pattern.compile("(?i)[;\\s]filename\\*\\s*=\\s*utf-8'[^']*'([^;\\s]+)");
    private static final Pattern QUOTED =
            Pattern.compile("(?i)[;\\s]filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLAIN = Pattern.compile("(?i)[;\\s]filename\\s*=\\s*([^;\"\\s]+)");

    private WebNames() {}

    /** Returns a name without folders; still untrusted. */
    static String name(HttpHeaders headers, URI uri) {
        return headers.firstValue("Content-Disposition")
                .flatMap(WebNames::stated)
                .or(() -> ofPath(uri))
                .orElse(uri.getHost());
    }

    private static Optional<String> stated(String disposition) {
        return found(EXTENDED, disposition)
                .map(WebNames::decoded)
                .or(() -> found(QUOTED, disposition).map(WebNames::unquoted))
                .or(() -> found(PLAIN, disposition))
                .flatMap(WebNames::last);
    }

    private static Optional<String> ofPath(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        return last(decoded(path.substring(path.lastIndexOf('/') + 1)));
    }

    private static Optional<String> last(String name) {
        String end = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        boolean usable = !end.isBlank() && !end.equals(".") && !end.equals("..");
        return usable ? Optional.of(end) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return Segments.decode(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Servers send UTF-8 in quotes, which arrives as ISO 8859-1. */
    private static String unquoted(String text) {
        String plain = text.replaceAll("\\\\(.)", "$1");
        byte[] sent = plain.getBytes(StandardCharsets.ISO_8859_1);
        String utf8 = new String(sent, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : plain;
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
