package org.proteus.cli.measure;

import java.util.Set;
import org.proteus.foundation.model.ContentType;

/** What there is to compare in objects of a type. */
enum Kind {
    /** Raster pictures, one or more. */
    PICTURE,
    /** Moving pictures, with or without sound. */
    FILM,
    /** Sound alone. */
    SOUND,
    /** Words and nothing else. */
    TEXT,
    /** Words on pages, drawings among them. */
    PAGES,
    /** Files in a file. */
    ARCHIVE;

    /** Drawings have no pixels of their own. */
    private static final Set<String> DRAWINGS = Set.of("svg+xml", "emf", "wmf");

    private static final Set<String> TEXTS = Set.of("text/plain", "text/csv");

    static Kind of(ContentType type) {
        String name = type.mediaType().toString();
        return switch (type.type()) {
            case "image" -> DRAWINGS.contains(type.subtype()) ? PAGES : PICTURE;
            case "video" -> FILM;
            case "audio" -> SOUND;
            default ->
                    TEXTS.contains(name) ? TEXT : name.equals("application/zip") ? ARCHIVE : PAGES;
        };
    }
}
