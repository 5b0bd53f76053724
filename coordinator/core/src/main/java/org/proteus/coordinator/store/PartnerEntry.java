package org.proteus.coordinator.store;

import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * An object that belongs to the object of an element, as the listing saw it.
 *
 * @param entry reference in the source, by which it is opened
 * @param name its own name
 * @param etag its version; empty when unknown
 * @param size size in bytes; -1 when unknown
 * @param typeHint type that the source states
 */
public record PartnerEntry(
        String entry, String name, String etag, long size, Optional<ContentType> typeHint) {}
