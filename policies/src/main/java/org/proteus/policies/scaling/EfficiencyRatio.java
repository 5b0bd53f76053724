package org.proteus.policies.scaling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule of the original service: after a change of the number of workers the gain is compared
 * with what proportional speed-up would have brought,
 *
 * <pre>ratio = (r1 - r0) / (r0 * (n1 / n0 - 1))</pre>
 *
 * and a step is added when the ratio lies above the client's, taken away when it lies below. Where
 * the formula has no value (no change yet, nothing done before) it measures on.
 */
public final class EfficiencyRatio implements ScalingPolicy {

    @Override
    public String id() {
        return "efficiency";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        int first = Math.max(1, settings.min());
        return new Verdict(first, "starts with " + first + " to measure a first rate");
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        if (now.rate() == 0) {
            return new Verdict(now.workers(), "nothing was done in this window; measures on");
        }
        return before(windows, now)
                .map(before -> compare(settings, before, now))
                .orElseGet(() -> explore(settings, now));
    }

    /** The last window before the current number of workers was reached. */
    private static Optional<Window> before(List<Window> windows, Window now) {
        return windows.reversed().stream()
                .filter(window -> window.workers() != now.workers())
                .filter(window -> window.workers() > 0 && window.rate() > 0)
                .findFirst();
    }

    private static Verdict explore(ScalingSettings settings, Window now) {
        int wanted = settings.clamp(now.workers() + settings.step());
        String measured =
                String.format(Locale.ROOT, "%.3g per second with %d", now.rate(), now.workers());
        return wanted == now.workers()
                ? new Verdict(wanted, measured + "; the limits allow no other number")
                : new Verdict(wanted, measured + "; tries " + wanted + " to compare");
    }

    private static Verdict compare(ScalingSettings settings, Window before, Window now) {
        double proportional = before.rate() * ((double) now.workers() / before.workers() - 1);
        double ratio = (now.rate() - before.rate()) / proportional;
        int change = settings.step() * Double.compare(ratio, settings.ratio());
        int wanted = settings.clamp(now.workers() + change);
        String numbers =
                String.format(
                        Locale.ROOT,
                        "%d -> %d workers: %.3g -> %.3g per second, ratio %.2f %s %.2f",
                        before.workers(),
                        now.workers(),
                        before.rate(),
                        now.rate(),
                        ratio,
                        ratio > settings.ratio() ? ">" : ratio < settings.ratio() ? "<" : "=",
                        settings.ratio());
        return new Verdict(wanted, conclusion(numbers, now.workers(), wanted));
    }

    private static String conclusion(String numbers, int workers, int wanted) {
        if (wanted == workers) {
            return "stays at " + workers + ": " + numbers;
        }
        int change = Math.abs(wanted - workers);
        return change + (wanted > workers ? " more: " : " fewer: ") + numbers;
    }
}
