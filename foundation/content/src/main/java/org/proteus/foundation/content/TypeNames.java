package org.proteus.foundation.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Understands content types as people write them, and names files by their type. Thread-safe.
 *
 * <p>Understood are a content type with or without parameters ({@code image/png; width="640"}), an
 * extension with or without its dot ({@code png}, {@code .tar.gz}), and a file name ({@code
 * out/a.png}); case does not matter.
 */
public final class TypeNames {

    /** Extensions where the table's first one is not the one that people expect. */
    private static final Map<String, String> USUAL =
            Map.of(
                    "application/postscript", ".ps",
                    "application/gzip", ".gz",
                    "audio/mpeg", ".mp3",
                    "audio/mp4", ".m4a",
                    "audio/ogg", ".ogg",
                    "video/quicktime", ".mov",
                    "video/mpeg", ".mpg");

    private static final int LONGEST = 1000;

    private TypeNames() {}

    /** Returns the full content type that a text names, as {@link #resolve(String, Collection)}. */
    public static ContentType resolve(String text) {
        return resolve(text, Set.of());
    }

    /**
     * Returns the full content type that a text names, under its registered name.
     *
     * @param text a content type, an extension or a file name
     * @param declared media types that are known beside the registered ones, because a program
     *     declares them
     * @throws ProteusException with {@code UNKNOWN_TYPE} and the nearest names if it names none
     */
    public static ContentType resolve(String text, Collection<ContentType> declared) {
        String asked = text == null ? "" : text.strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            throw new ProteusException(
                    ErrorCode.UNKNOWN_TYPE,
                    asked.isEmpty() ? "no content type is given" : "the content type is too long",
                    "write a content type (image/png), an extension (png) or a file name (a.png)");
        }
        String reason = "";
        if (asked.indexOf('/') > 0) {
            try {
                ContentType type = TypeHierarchy.canonical(ContentType.parse(asked));
                if (type.isRange() || isKnown(type, declared)) {
                    return type;
                }
            } catch (IllegalArgumentException e) {
                reason = " (" + e.getMessage() + ")";
            }
        }
        String wrong = reason;
        return byName(asked).orElseThrow(() -> unknown(asked, wrong, declared));
    }

    /** Returns the usual extension of a type with its dot, {@code .bin} when there is none. */
    public static String extension(ContentType type) {
        String mediaType = TypeHierarchy.canonical(type.withoutParameters()).mediaType();
        String usual = USUAL.get(mediaType);
        if (usual != null) {
            return usual;
        }
        try {
            MimeType registered = MediaTypes.table().getRegisteredMimeType(mediaType);
            String extension = registered == null ? "" : registered.getExtension();
            return extension.isEmpty() ? ".bin" : extension;
        } catch (MimeTypeException _) {
            return ".bin";
        }
    }

    /** Returns what a file name alone says; {@link ContentType#OCTET_STREAM} when nothing. */
    public static ContentType guess(String name) {
        return TypeHierarchy.canonical(MediaTypes.byName(name));
    }

    private static boolean isKnown(ContentType type, Collection<ContentType> declared) {
        ContentType plain = type.withoutParameters();
        return MediaTypes.registry().getTypes().contains(MediaTypes.toTika(plain))
                || declared.contains(plain);
    }

    private static Optional<ContentType> byName(String text) {
        String file = text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        if (file.indexOf('.') > 0) {
            names.add(file);
        } else if (text.indexOf('/') < 0) {
            names.add("x." + file.replaceFirst("^\\.", ""));
        }
        if (file.startsWith(".")) {
            names.add("x" + file);
        }
        return names.stream()
                .map(MediaTypes::byName)
                .filter(type -> !type.equals(ContentType.OCTET_STREAM) || file.endsWith("bin"))
                .findFirst();
    }

    private static ProteusException unknown(
            String asked, String reason, Collection<ContentType> declared) {
        List<String> near = NearestNames.of(asked, declared);
        return new ProteusException(
                ErrorCode.UNKNOWN_TYPE,
                "content type '" + asked + "' is not known" + reason,
                near.isEmpty()
                        ? "write a content type (image/png), an extension (png) or a file name"
                        : "did you mean " + String.join(", ", near) + "?");
    }
}
