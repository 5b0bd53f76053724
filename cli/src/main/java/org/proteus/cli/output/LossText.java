package org.proteus.cli.output;

import org.proteus.foundation.model.program.LossClass;

/** What a unit does to an object, in words. */
public final class LossText {

    private LossText() {}

    /** Returns for example {@code loses nothing}. */
    public static String of(LossClass loss) {
        return switch (loss) {
            case LOSSLESS -> "loses nothing";
            case LOSSY -> "loses some of the signal";
            case STRUCTURE_LOST -> "loses the structure";
        };
    }
}
