package org.proteus.coordinator;

/**
 * Limits of objects that travel in requests and replies.
 *
 * @param maxCarriedBytes largest content that a lease or a commit carries itself, in bytes
 * @param maxBytes largest object and largest result, in bytes
 * @param maxTotalBytes most bytes of all objects of one request
 */
public record InlineLimits(long maxCarriedBytes, long maxBytes, long maxTotalBytes) {

    /** 64 KiB carried, 16 MiB an object, 64 MiB a request. */
    public static final InlineLimits DEFAULT = new InlineLimits(64L << 10, 16L << 20, 64L << 20);

    /**
     * @throws IllegalArgumentException if a limit is out of range
     */
    public InlineLimits {
        if (maxCarriedBytes < 0 || maxBytes < maxCarriedBytes || maxTotalBytes < maxBytes) {
            throw new IllegalArgumentException(
                    "inline limits must rise: carried %d, object %d, request %d bytes"
                            .formatted(maxCarriedBytes, maxBytes, maxTotalBytes));
        }
    }
}
