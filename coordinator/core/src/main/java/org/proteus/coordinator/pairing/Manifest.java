package org.proteus.coordinator.pairing;

import java.util.List;

/**
 * A list of groups, as read.
 *
 * @param groups its groups, in order
 * @param broken what cannot be used of it, in order
 */
record Manifest(List<ManifestLine> groups, List<BrokenLine> broken) {

    /**
     * A line that cannot be used.
     *
     * @param number line in the file, from 1
     * @param reason what is wrong with it
     */
    record BrokenLine(int number, String reason) {}
}
