package org.proteus.data;

import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * An object as a listing shows it.
 *
 * @param entry reference inside the source by which it is opened; opaque to callers
 * @param name name with the folders below the source, {@code /} between them; untrusted
 * @param size size in bytes; -1 when unknown
 * @param etag text that changes when the object changes; empty when unknown
 * @param typeHint type that the source states, if it states one
 */
public record SourceEntry(
        String entry, String name, long size, String etag, Optional<ContentType> typeHint) {}
