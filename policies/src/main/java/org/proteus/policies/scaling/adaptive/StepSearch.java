package org.proteus.policies.scaling.adaptive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.proteus.policies.scaling.Rate;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * Searches for the largest number of workers whose last step paid. Steps double while they pay;
 * once one did not, the gap is halved until it is closed; then it rests. A gain that noise could
 * explain is measured again. Every level since the world last changed takes part.
 */
final class StepSearch {

    /** Windows after which a gain counts as it is. */
    private static final int PATIENCE = 4;

    /** A gap of this share needs no closing. */
    private static final double NEAR = 0.1;

    /** What a step brought, as a share of what it should. */
    @FunctionalInterface
    interface Gain {

        /**
         * Returns the ratio of the step to {@code points.get(to)} from the level before.
         *
         * @param points levels, ascending
         * @param to index of the higher level, at least 1
         */
        double ratio(List<Point> points, int to);
    }

    private final Gain gain;

    StepSearch(Gain gain) {
        this.gain = gain;
    }

    static Verdict start(ScalingSettings settings) {
        int first = settings.clamp(Math.max(1, settings.min()));
        return new Verdict(first, "starts with " + first + " to measure a first rate");
    }

    Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        Levels levels = Levels.of(windows);
        if (levels.isEmpty() || now.workers() == 0 || now.rate().perSecond() == 0) {
            int wanted = settings.clamp(Math.max(1, now.workers()));
            return new Verdict(wanted, "nothing was done in this window; measures on");
        }
        if (levels.isSuspicious()) {
            return stays(settings, now, now.rate().text() + " is far from what it was");
        }
        List<Point> points = levels.points();
        int dear = firstThatDoesNotPay(points, settings.ratio());
        if (dear > 0 && isUnclear(windows, points, dear, settings.ratio())) {
            String why = numbers(now, points, dear, settings) + " within the noise";
            return stays(settings, now, why).withRatio(gain.ratio(points, dear));
        }
        return dear > 0 ? close(settings, now, points, dear) : grow(settings, now, levels, points);
    }

    private int firstThatDoesNotPay(List<Point> points, double ratio) {
        for (int to = 1; to < points.size(); to++) {
            if (!(gain.ratio(points, to) > ratio)) {
                return to;
            }
        }
        return 0;
    }

    private boolean isUnclear(List<Window> windows, List<Point> points, int to, double ratio) {
        Window now = windows.getLast();
        boolean concerned =
                now.workers() == points.get(to).workers()
                        || now.workers() == points.get(to - 1).workers();
        long measured =
                windows.reversed().stream()
                        .takeWhile(window -> window.workers() == now.workers())
                        .count();
        return concerned
                && measured < PATIENCE
                && Math.abs(gain.ratio(points, to) - ratio) < error(points, to);
    }

    /** The standard error of the efficiency ratio, by propagation of those of both rates. */
    private static double error(List<Point> points, int to) {
        Point before = points.get(to - 1);
        Point after = points.get(to);
        double growth = (double) after.workers() / before.workers() - 1;
        double relative = after.value() / before.value();
        return Math.hypot(after.error() / after.value(), before.error() / before.value())
                * relative
                / growth;
    }

    private Verdict close(ScalingSettings settings, Window now, List<Point> points, int dear) {
        int low = points.get(dear - 1).workers();
        int high = points.get(dear).workers();
        if (!isClosed(low, high)) {
            int middle = settings.clamp(low + (high - low) / 2);
            return judged(settings, now, middle, points, dear);
        }
        if (dear > 1 && hidesAKnee(points, dear - 1, settings.ratio())) {
            int before = points.get(dear - 2).workers();
            int middle = settings.clamp(before + (low - before) / 2);
            return judged(settings, now, middle, points, dear - 1);
        }
        return judged(settings, now, settings.clamp(low), points, dear);
    }

    private static boolean isClosed(int low, int high) {
        return high - low <= Math.max(1, NEAR * low);
    }

    /** A wide step that paid, but only just, may have gone beyond the number that is sought. */
    private boolean hidesAKnee(List<Point> points, int to, double ratio) {
        return !isClosed(points.get(to - 1).workers(), points.get(to).workers())
                && gain.ratio(points, to) < (1 + ratio) / 2;
    }

    private Verdict grow(ScalingSettings settings, Window now, Levels levels, List<Point> points) {
        if (levels.hasJustFallen() && now.workers() > 1) {
            String why = now.rate().text() + " is less than before; looks at fewer workers";
            return verdict(settings, now, settings.clamp(now.workers() / 2), why);
        }
        int highest = points.getLast().workers();
        int step =
                points.size() == 1
                        ? settings.step()
                        : 2 * (highest - points.get(points.size() - 2).workers());
        int wanted = settings.clamp(highest + Math.max(settings.step(), step));
        Optional<String> refused = Growth.refused(now);
        if (refused.isPresent() && wanted > now.workers()) {
            return stays(settings, now, refused.get());
        }
        return points.size() == 1
                ? verdict(settings, now, wanted, now.rate().text() + " with " + now.workers())
                : judged(settings, now, wanted, points, points.size() - 1);
    }

    private Verdict judged(
            ScalingSettings settings, Window now, int wanted, List<Point> points, int to) {
        return verdict(settings, now, wanted, numbers(now, points, to, settings))
                .withRatio(gain.ratio(points, to));
    }

    private static Verdict verdict(ScalingSettings settings, Window now, int wanted, String why) {
        int change = wanted - now.workers();
        if (change == 0) {
            return stays(settings, now, why);
        }
        return new Verdict(wanted, Math.abs(change) + (change > 0 ? " more: " : " fewer: ") + why);
    }

    private static Verdict stays(ScalingSettings settings, Window now, String why) {
        int wanted = settings.clamp(now.workers());
        return new Verdict(wanted, "stays at " + wanted + ": " + why);
    }

    private String numbers(Window now, List<Point> points, int to, ScalingSettings settings) {
        double ratio = gain.ratio(points, to);
        Rate before = rate(now, points.get(to - 1));
        return String.format(
                Locale.ROOT,
                "%d -> %d workers: %s, ratio %.2f %s %.2f",
                points.get(to - 1).workers(),
                points.get(to).workers(),
                rate(now, points.get(to)).after(before),
                ratio,
                ratio > settings.ratio() ? ">" : "<=",
                settings.ratio());
    }

    private static Rate rate(Window now, Point point) {
        return new Rate(point.value(), Optional.empty(), now.rate().measure());
    }
}
