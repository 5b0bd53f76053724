package org.proteus.policies.scaling.adaptive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.proteus.policies.scaling.Effort;
import org.proteus.policies.scaling.Rate;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.StageUse;
import org.proteus.policies.scaling.Surroundings;
import org.proteus.policies.scaling.Window;

/** Windows made by hand. */
final class Windows {

    static final Duration LENGTH = Duration.ofSeconds(30);
    private static final double EXACT = 0.01;

    private Windows() {}

    static ScalingSettings settings(int min, int max) {
        return new ScalingSettings(1, 0.5, min, max, 1, LENGTH, Duration.ZERO);
    }

    /** A window that is known to a hundredth. */
    static Window exact(int workers, double rate) {
        return rough(workers, rate, rate * EXACT);
    }

    static Window rough(int workers, double rate, double error) {
        return rough(workers, rate, error, Surroundings.UNKNOWN);
    }

    static Window rough(int workers, double rate, double error, Surroundings around) {
        Rate measured = new Rate(rate, Optional.of(error), "objects");
        return new Window(workers, workers, measured, LENGTH, Optional.of(1000L), around);
    }

    /** A window of which is known what share of the time the workers were at the source. */
    static Window atSource(int workers, double rate, double share) {
        return atSource(workers, rate, share, rate * EXACT);
    }

    static Window atSource(int workers, double rate, double share, double error) {
        double seconds = LENGTH.toSeconds();
        double all = workers * seconds;
        StageUse use =
                new StageUse(
                        new Effort(all * share, rate * seconds),
                        new Effort(all * (1 - share), rate * seconds));
        return rough(workers, rate, error, Surroundings.UNKNOWN.with(Optional.of(use)));
    }

    /** What a policy wants window by window in a world without noise. */
    static List<Integer> course(
            ScalingPolicy policy, ScalingSettings settings, IntToDoubleFunction rate, int steps) {
        List<Window> windows = new ArrayList<>();
        List<Integer> wanted = new ArrayList<>();
        wanted.add(policy.start(settings).workers());
        for (int i = 0; i < steps; i++) {
            windows.add(exact(wanted.getLast(), rate.applyAsDouble(wanted.getLast())));
            wanted.add(policy.decide(settings, windows).workers());
        }
        return wanted;
    }
}
