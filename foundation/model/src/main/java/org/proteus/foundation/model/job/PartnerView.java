package org.proteus.foundation.model.job;

import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * An object that belongs to the object of an element and goes into the same result.
 *
 * @param name its own name, as found
 * @param source where it came from: URI of the source and entry, without credentials
 * @param typeFound type found on its bytes
 * @param size size in bytes; -1 when unknown
 * @param checksum its SHA-256; empty until a worker fetched it
 */
public record PartnerView(
        String name, String source, Optional<ContentType> typeFound, long size, String checksum) {}
