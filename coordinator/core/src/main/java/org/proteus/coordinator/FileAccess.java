package org.proteus.coordinator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Which {@code file:} places a request may name. A place below a named root needs a worker that
 * mounts this root.
 *
 * @param any whether every file of this machine may be named (a user's own command)
 * @param roots folders by the name of their root
 */
public record FileAccess(boolean any, Map<String, Path> roots) {

    /** Every file. */
    public static final FileAccess ANY = new FileAccess(true, Map.of());

    /** No file. */
    public static final FileAccess NONE = new FileAccess(false, Map.of());

    /**
     * @throws IllegalArgumentException if the name of a root is not made of letters, digits, {@code
     *     -} and {@code _}, or a folder is not absolute
     */
    public FileAccess {
        roots = Map.copyOf(roots);
        roots.forEach((name, folder) -> {
            if (!name.matches("[A-Za-z0-9_-]+") || !folder.isAbsolute()) {
                throw new IllegalArgumentException(
                        "file root '" + name + "' needs a plain name and an absolute folder");
            }
        });
    }

    /** Returns access to the places below these folders only. */
    public static FileAccess roots(Map<String, Path> roots) {
        return new FileAccess(false, roots);
    }

    /**
     * Returns the root that a place lies in; empty when it is no {@code file:} place or every file
     * may be named.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if the place is not allowed
     */
    public Optional<String> root(String uri) {
        if (any || !uri.regionMatches(true, 0, "file:", 0, 5)) {
            return Optional.empty();
        }
        Path path = path(uri);
        return new TreeMap<>(roots)
                .entrySet().stream()
                        .filter(root -> isBelow(root.getValue().normalize(), path))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .or(() -> refuse(uri));
    }

    /** Neither by its name nor by the links on its way may a place lead out of the root. */
    private static boolean isBelow(Path root, Path path) {
        return path.startsWith(root) && real(path).startsWith(real(root));
    }

    /** Follows links as far as the path exists here; the rest, or all of it, may be elsewhere. */
    private static Path real(Path path) {
        Path there = path;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(path));
        } catch (IOException leadsNowhere) {
            return path.getRoot();
        }
    }

    private static Path path(String uri) {
        try {
            return Path.of(URI.create(uri)).normalize();
        } catch (IllegalArgumentException | FileSystemNotFoundException wrong) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "'" + uri + "' names no file of this machine",
                    "write file:///folder/ with an absolute path");
        }
    }

    private Optional<String> refuse(String uri) {
        String known =
                roots.isEmpty()
                        ? "this service has no file roots configured"
                        : "use a folder below one of "
                                + new TreeMap<>(roots).values().stream().map(Path::toUri).toList();
        throw new ProteusException(
                ErrorCode.BAD_REQUEST, "'" + uri + "' is not below a file root", known);
    }
}
