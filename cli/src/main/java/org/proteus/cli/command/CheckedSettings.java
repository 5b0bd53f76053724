package org.proteus.cli.command;

import java.util.function.Supplier;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Tells the user of a setting that is out of range; only what reads settings may run here. */
final class CheckedSettings {

    private CheckedSettings() {}

    static <S> S of(Supplier<S> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException outOfRange) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "bad settings: " + outOfRange.getMessage(),
                            "correct the option, the configuration file or the environment"),
                    outOfRange);
        }
    }
}
