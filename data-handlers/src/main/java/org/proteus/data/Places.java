package org.proteus.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Place;

/** Turns what people write into places, and places into what people may read. */
public final class Places {

    /** What to tell who wrote a password into a URI. */
    public static final String BETTER_FORM =
            "a password in a URI is seen in process lists and shell histories; give user and"
                    + " password apart from the URI";

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

    private Places() {}

    /**
     * A place as somebody wrote it.
     *
     * @param place the place; user and password of the URI are in its credentials
     * @param passwordInUri whether there was a password, so that {@link #BETTER_FORM} is due
     */
    public record Written(Place place, boolean passwordInUri) {}

    /**
     * Reads a path or a URI. What is no URI, or a file that exists here under this very name, is a
     * path; {@code ~/} is the home folder.
     *
     * @param folder where relative paths begin
     * @throws ProteusException BAD_REQUEST if it is neither
     */
    public static Written written(String text, Path folder) {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw bad("a source or sink is empty or holds a NUL", "give a path or a URI");
        }
        if (text.equals(Place.INLINE)) {
            return new Written(Place.of(text), false);
        }
        boolean uri = SCHEME.matcher(text).matches() && !isFile(folder, text);
        return uri ? apart(Place.of(text)) : new Written(Place.of(pathUri(text, folder)), false);
    }

    /**
     * Moves user and password from the URI of a place to its credentials. Credentials that are
     * given already win.
     *
     * @throws ProteusException BAD_REQUEST if the URI is malformed
     */
    public static Written apart(Place place) {
        if (place.isInline()) {
            return new Written(place, false);
        }
        URI uri = parse(place.uri());
        String info = uri.getRawUserInfo();
        if (info == null) {
            return new Written(place, false);
        }
        int colon = info.indexOf(':');
        Credentials found =
                new Credentials(
                        decoded(colon < 0 ? info : info.substring(0, colon)),
                        colon < 0 ? "" : decoded(info.substring(colon + 1)));
        Optional<Credentials> credentials = place.credentials().or(() -> Optional.of(found));
        return new Written(new Place(shown(uri), credentials), colon >= 0);
    }

    /**
     * Parses a URI that must have a scheme.
     *
     * @throws ProteusException BAD_REQUEST if it is malformed; the message holds no credentials
     */
    public static URI parse(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null) {
                throw bad(
                        "'" + shown(uri) + "' has no scheme", "write file:///folder/ or the like");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw bad(
                    "malformed URI (%s at character %d)".formatted(e.getReason(), e.getIndex() + 1),
                    "write %20 for a space, %25 for %, %23 for #, %3F for ?");
        }
    }

    /** Returns a URI as it may be shown: without user and password. */
    public static String shown(URI uri) {
        String info = uri.getRawUserInfo();
        return info == null
                ? uri.toString()
                : uri.toString().replaceFirst(Pattern.quote(info + "@"), "");
    }

    /**
     * Says whether a sink lies inside a source, so that its results would be listed as new objects.
     *
     * @return the sink's folder below the source, as names in the listing begin; empty text if both
     *     are the same folder; absent if the sink lies elsewhere
     */
    public static Optional<String> sinkInside(String source, String sink) {
        URI outer = parse(source);
        URI inner = parse(sink);
        String above = folder(outer);
        String below = folder(inner);
        return place(outer).equals(place(inner)) && below.startsWith(above)
                ? Optional.of(Segments.readable(trimmed(below.substring(above.length()))))
                : Optional.empty();
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String place(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        boolean local = uri.getScheme().equalsIgnoreCase("file");
        return (uri.getScheme() + "://" + (local ? "" : host + ":" + uri.getPort()))
                .toLowerCase(Locale.ROOT);
    }

    private static String folder(URI uri) {
        String path = uri.normalize().getRawPath();
        if (uri.getScheme().equalsIgnoreCase("file")) {
            path = real(path);
        }
        return path == null || path.isEmpty() ? "/" : path.endsWith("/") ? path : path + "/";
    }

    /** Follows links as far as the path exists; a sink may not be there yet. */
    private static String real(String path) {
        try {
            Path wanted = Path.of(URI.create("file://" + path));
            Path there = wanted;
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            return there.toRealPath().resolve(there.relativize(wanted)).toUri().getRawPath();
        } catch (java.io.IOException | IllegalArgumentException e) {
            return path;
        }
    }

    private static boolean isFile(Path folder, String text) {
        return !text.contains("://") && Files.exists(Path.of(URI.create(pathUri(text, folder))));
    }

    private static String pathUri(String text, Path folder) {
        boolean home = text.equals("~") || text.startsWith("~/");
        Path base = home ? Path.of(System.getProperty("user.home")) : folder;
        String below = home ? text.substring(Math.min(2, text.length())) : text;
        String above = base.toAbsolutePath().toUri().getRawPath();
        String joined =
                below.startsWith("/")
                        ? Segments.encodePath(below)
                        : trimmed(above) + "/" + Segments.encodePath(below);
        return "file://" + URI.create("file://" + joined).normalize().getRawPath();
    }

    private static String decoded(String text) {
        try {
            return Segments.decode(text);
        } catch (IllegalArgumentException e) {
            throw bad("user or password in the URI: " + e.getMessage(), BETTER_FORM);
        }
    }

    private static ProteusException bad(String message, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, message, action);
    }
}
