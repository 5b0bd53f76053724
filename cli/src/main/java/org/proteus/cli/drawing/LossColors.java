package org.proteus.cli.drawing;

import org.proteus.foundation.model.program.LossClass;

/** Colours of edges; dark enough on white, apart for those who see no red or green. */
final class LossColors {

    static final String LEGEND =
            "green: loses nothing; orange: loses some of the signal; purple: loses the structure";

    private LossColors() {}

    static String of(LossClass loss) {
        return switch (loss) {
            case LOSSLESS -> "#2a7f3f";
            case LOSSY -> "#d9822b";
            case STRUCTURE_LOST -> "#8e44ad";
        };
    }
}
