package org.proteus.foundation.model.protocol;

import org.proteus.foundation.model.ContentType;

/**
 * What a worker knows of an object that belongs to the object of its task.
 *
 * @param name its own name
 * @param type type found on its bytes
 * @param size its size as fetched, in bytes
 * @param checksum its SHA-256 as fetched, lower-case hexadecimal
 */
public record PartnerRecord(String name, ContentType type, long size, String checksum) {}
