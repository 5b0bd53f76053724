package org.proteus.policies.scaling;

import java.util.Optional;

/**
 * What a policy wants.
 *
 * @param workers wanted number of workers
 * @param reason the numbers and the conclusion, for people
 * @param ratio the measured efficiency ratio that the reason speaks of; absent when it speaks of
 *     none
 */
public record Verdict(int workers, String reason, Optional<Double> ratio) {

    /** A verdict that no measured ratio led to. */
    public Verdict(int workers, String reason) {
        this(workers, reason, Optional.empty());
    }

    /** Returns the same with the measured ratio. */
    public Verdict withRatio(double measured) {
        return new Verdict(workers, reason, Optional.of(measured));
    }
}
