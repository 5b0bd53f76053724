package org.proteus.foundation.model.protocol;

import java.util.Optional;
import org.proteus.foundation.model.Bytes;

/**
 * A prepared result.
 *
 * @param key the lease
 * @param temporaryName where it lies in the sink; empty when nothing has to be published
 * @param size its size in bytes
 * @param checksum its SHA-256, lower-case hexadecimal
 * @param carried the result itself when the destination is the coordinator and it is small
 * @param record what was done
 */
public record Commit(
        TaskKey key,
        String temporaryName,
        long size,
        String checksum,
        Optional<Bytes> carried,
        TaskRecord record) {}
