package org.proteus.bench.chaos.check;

import org.proteus.foundation.model.job.ElementState;

/**
 * How an object must end, whatever happens on the way.
 *
 * @param end state of its element
 * @param checksum SHA-256 of its result, lower-case hexadecimal; empty when it has none
 */
public record Expected(ElementState end, String checksum) {

    /** An object with this result. */
    public static Expected done(String checksum) {
        return new Expected(ElementState.DONE, checksum);
    }

    /** An object on which its only program fails each time. */
    public static final Expected FAILS = new Expected(ElementState.QUARANTINED, "");

    /** An object from whose type no way leads to the target. */
    public static final Expected NO_PATH = new Expected(ElementState.REFUSED, "");
}
