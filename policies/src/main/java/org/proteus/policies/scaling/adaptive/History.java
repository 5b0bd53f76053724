package org.proteus.policies.scaling.adaptive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * Learns from every window since the world last changed how the rate depends on the number of
 * workers, and takes the number that minimises cost x time^w. While nothing is seen to limit the
 * rate it grows by multiples; it rests where a better number is not clearly better.
 */
public final class History implements ScalingPolicy {

    private static final int FIRST = 4;

    /** A number of workers so near the best one is kept, */
    private static final double NEAR = 0.05;

    /** or one within the error of the best one, up to this. */
    private static final double NEAR_ENOUGH = 0.2;

    /** What is gained by less is no gain: see {@link Curve#regret}. */
    private static final double FLAT = 0.003;

    /** Up to so many workers, one more or fewer is more than a tenth. */
    private static final int FEW = 10;

    @Override
    public String id() {
        return "history";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        // Room above lets even a small pool be compared with more workers.
        int few = Math.min(FIRST, Math.ceilDiv(3 * settings.max(), 4));
        int first = settings.clamp(Math.max(settings.step(), few));
        return new Verdict(first, "starts with " + first + " to measure a first rate");
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        Levels levels = Levels.of(windows);
        String rate = now.rate().text();
        if (levels.isEmpty() || now.workers() == 0 || now.rate().perSecond() == 0) {
            int wanted = settings.clamp(Math.max(1, now.workers()));
            return new Verdict(wanted, "nothing was done in this window; measures on");
        }
        if (Growth.isLastWork(now)) {
            return holds(settings, now, "nothing waits any more; " + rate);
        }
        if (levels.isSuspicious()) {
            return holds(settings, now, rate + " is far from what it was; measures again");
        }
        if (levels.isFirstTooRough()) {
            return holds(settings, now, rate + " is not known well enough; measures on");
        }
        if (levels.hasJustFallen() && !levels.knowShare() && now.workers() > 1) {
            int half = settings.clamp(now.workers() / 2);
            return new Verdict(half, rate + " is less than before; looks at " + half);
        }
        Model model = Model.of(levels, settings);
        int more = settings.clamp(Math.ceilDiv(3 * now.workers(), 2));
        if (!model.tried() && more > now.workers() && model.curve().best(settings) < more) {
            String waits = "whether workers wait for each other at source and sink shows with ";
            return grows(settings, now, more, rate + ", " + waits + more);
        }
        int modelled = Math.max(model.curve().best(settings), levels.least());
        int best = Math.min(modelled, levels.highest() * model.reach());
        int wanted = settings.clamp(chosen(settings, levels, model, best, now.workers()));
        Optional<Double> ratio = levels.ratio(now.workers());
        boolean pays = ratio.filter(measured -> measured >= settings.ratio()).isPresent();
        Verdict verdict =
                pays && 2 * wanted <= now.workers()
                        ? holds(settings, now, rate + " pays more than modelled; measures again")
                        : decide(settings, now, model, wanted);
        return ratio.map(verdict::withRatio).orElse(verdict);
    }

    /** Where the curve is flat, one worker more or fewer is not worth the change. */
    private static int chosen(
            ScalingSettings settings, Levels levels, Model model, int best, int workers) {
        int tried = tried(settings, levels, model, best);
        double gain =
                model.curve().regret(workers, settings) - model.curve().regret(best, settings);
        boolean flat = Math.abs(best - workers) == 1 && gain < FLAT && !isLimit(settings, best);
        return tried == best && flat ? workers : tried;
    }

    /**
     * Among few workers the model of a host may miss a cliff: the neighbours of the best number are
     * tried as long as they may be better.
     */
    private static int tried(ScalingSettings settings, Levels levels, Model model, int best) {
        if (model.isLimitedBySource() || best > FEW || !levels.knows(best)) {
            return best;
        }
        double least = model.curve().regret(best, settings);
        for (int near : new int[] {best + 1, best - 1}) {
            boolean allowed = near >= 1 && settings.clamp(near) == near;
            if (allowed && model.curve().regret(near, settings) - levels.doubt(near) < least) {
                return near;
            }
        }
        return best;
    }

    private static Verdict decide(ScalingSettings settings, Window now, Model model, int best) {
        int workers = now.workers();
        String numbers = numbers(settings, now, model, best);
        if (best == workers || isNear(settings, workers, best, model.error())) {
            return holds(settings, now, numbers);
        }
        if (best < workers) {
            return new Verdict(best, workers - best + " fewer: " + numbers);
        }
        return grows(settings, now, best, numbers);
    }

    private static Verdict grows(ScalingSettings settings, Window now, int best, String why) {
        Optional<String> refused = Growth.refused(now);
        int wanted = settings.clamp(Math.min(best, Growth.most(now)));
        if (refused.isPresent() || wanted == now.workers()) {
            return holds(settings, now, refused.orElse("no further task waits"));
        }
        return new Verdict(wanted, wanted - now.workers() + " more: " + why);
    }

    /** Limits are no estimates: one does not stop a little short of them. */
    private static boolean isNear(ScalingSettings settings, int workers, int best, double error) {
        double near = Math.max(NEAR, Math.min(NEAR_ENOUGH, error));
        return !isLimit(settings, best) && Math.abs(best - workers) <= near * best;
    }

    private static boolean isLimit(ScalingSettings settings, int workers) {
        return workers == settings.max() || workers == settings.min();
    }

    private static Verdict holds(ScalingSettings settings, Window now, String why) {
        int wanted = settings.clamp(now.workers());
        return new Verdict(wanted, "holds at " + wanted + ": " + why);
    }

    private static String numbers(ScalingSettings settings, Window now, Model model, int best) {
        return String.format(
                Locale.ROOT,
                "%s with %d, %s, %d pay at ratio %.2f",
                now.rate().text(),
                now.workers(),
                model.words(),
                best,
                settings.ratio());
    }
}
