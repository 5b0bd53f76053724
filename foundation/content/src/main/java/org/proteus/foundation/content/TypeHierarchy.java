package org.proteus.foundation.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.apache.tika.mime.MediaType;
import org.proteus.foundation.model.ContentType;

/**
 * Which media types are the same ({@code text/xml} is {@code application/xml}), and which are kinds
 * of which ({@code image/svg+xml} is an XML document). Thread-safe.
 */
public final class TypeHierarchy {

    /** Structured syntax suffixes (RFC 6839 and successors) that name a type of their own. */
    private static final Map<String, ContentType> SUFFIXES =
            Map.of(
                    "xml", ContentType.of("application", "xml"),
                    "json", ContentType.of("application", "json"),
                    "zip", ContentType.of("application", "zip"),
                    "gzip", ContentType.of("application", "gzip"));

    /** Names in wide use that no registry has. */
    private static final Map<ContentType, ContentType> MISNOMERS =
            Map.of(
                    ContentType.of("image", "jpg"), ContentType.of("image", "jpeg"),
                    ContentType.of("image", "tif"), ContentType.of("image", "tiff"),
                    ContentType.of("audio", "mp3"), ContentType.of("audio", "mpeg"));

    private TypeHierarchy() {}

    /**
     * Loads the table of media types, which takes a tenth of a second; otherwise the first question
     * to this package does. Meant for a thread beside others at start.
     */
    public static void load() {
        MediaTypes.registry();
    }

    /** Returns the type under its registered name, with its parameters. */
    public static ContentType canonical(ContentType type) {
        if (type.isRange()) {
            return type;
        }
        MediaType registered = MediaTypes.registry().normalize(MediaTypes.toTika(type));
        ContentType found = MediaTypes.fromTika(registered);
        ContentType named = MISNOMERS.getOrDefault(found, found);
        return type.parameters().isEmpty() ? named : named.withParameters(type.parameters());
    }

    /**
     * Returns the types that this type is a kind of, nearest first, without parameters. What is
     * true of everything ({@code application/octet-stream}) is left out, and so is the rule that an
     * unknown {@code text} type may be read as plain text: only what a registry states counts.
     */
    public static List<ContentType> supertypes(ContentType type) {
        SequencedSet<ContentType> found = new LinkedHashSet<>();
        ContentType start = canonical(type.withoutParameters());
        List<ContentType> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            for (ContentType parent : parents(open.removeFirst())) {
                if (!parent.equals(start) && found.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<ContentType> parents(ContentType type) {
        List<ContentType> parents = new ArrayList<>(2);
        MediaType child = MediaTypes.toTika(type);
        MediaType parent = MediaTypes.registry().getSupertype(child);
        if (parent != null
                && !parent.equals(MediaType.OCTET_STREAM)
                && MediaTypes.registry().getChildTypes(parent).contains(child)) {
            parents.add(MediaTypes.fromTika(parent));
        }
        ContentType suffix =
                SUFFIXES.get(type.subtype().substring(type.subtype().indexOf('+') + 1));
        if (type.subtype().indexOf('+') > 0 && suffix != null && !parents.contains(suffix)) {
            parents.add(suffix);
        }
        return parents;
    }
}
