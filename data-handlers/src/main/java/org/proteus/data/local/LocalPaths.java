package org.proteus.data.local;

import java.net.URI;
import java.nio.file.Path;
import org.proteus.data.Segments;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Paths as URIs and back. A {@link Path} made of a URI holds the very bytes that its percent signs
 * encode, whatever the locale; one made of a String does not.
 */
final class LocalPaths {

    /** In other locales the names of paths are lossy as text; only their URIs are true. */
    private static final boolean NAMES_ARE_UTF8 =
            "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

    private static final char REPLACEMENT = '\uFFFD';

    private LocalPaths() {}

    static Path path(URI uri) {
        String host = uri.getAuthority();
        if (host != null && !host.equals("localhost")) {
            throw bad(
                    "file URI names the host '" + uri.getHost() + "'",
                    "write file:///folder/file for a file of this machine");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.isOpaque()) {
            throw bad(
                    "file URI holds a bare '?' or '#', or does not begin with file:///",
                    "write %3F for ? and %23 for #");
        }
        try {
            return of(uri.getRawPath()).normalize();
        } catch (IllegalArgumentException e) {
            throw bad("file URI cannot be a path: " + e.getMessage(), "write file:///folder/file");
        }
    }

    /** Returns the path of an encoded absolute path. */
    static Path of(String encoded) {
        return Path.of(URI.create("file://" + encoded));
    }

    /** Returns what an encoded path below a folder stands for. */
    static Path below(Path folder, String encoded) {
        Path absolute = of("/" + encoded);
        return folder.resolve(absolute.getRoot().relativize(absolute));
    }

    /** Returns the encoded name of a path's last part, the same in every locale. */
    static String segment(Path path) {
        String name = path.getFileName().toString();
        if (NAMES_ARE_UTF8 && name.indexOf(REPLACEMENT) < 0) {
            return Segments.encode(name);
        }
        String uri = path.toUri().getRawPath();
        int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        return Segments.canonical(uri.substring(uri.lastIndexOf('/', end - 1) + 1, end));
    }

    static String shown(Path path) {
        return Segments.readable(path.toUri().getRawPath());
    }

    private static ProteusException bad(String message, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, message, action);
    }
}
