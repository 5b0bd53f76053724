package org.proteus.policies.scaling.adaptive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.proteus.policies.scaling.Window;

/**
 * The windows of a job by number of workers, since its world last changed: two windows in a row far
 * off what was measured before with as many workers, on the same side, begin a new history. Not
 * thread-safe.
 */
final class Levels {

    /** Far off are so many standard errors, */
    private static final double FAR = 3;

    /** and so much of the rate. */
    private static final double MUCH = 0.1;

    /** Repeated windows from which their scatter can be told. */
    private static final int ENOUGH = 4;

    /** How much better than modelled a number may be that was never tried. */
    private static final double UNTRIED = 0.15;

    /**
     * A gain of so many standard errors counts: to wait for more costs less than to shrink wrongly.
     */
    private static final double GAIN = 1;

    /** Windows after the first from which a number counts as tried often. */
    private static final int OFTEN = 3;

    /** A relative error with which nothing should be compared. */
    private static final double ROUGH = 0.07;

    private final SortedMap<Integer, Level> byWorkers = new TreeMap<>();
    private double taskNoise;
    private Window suspect;
    private double suspectSide;
    private boolean fell;
    private Places.Share share = Places.Share.UNKNOWN;

    private Levels() {}

    static Levels of(List<Window> windows) {
        Levels levels = new Levels();
        for (Window window : windows) {
            if (window.working() > 0 && window.rate().perSecond() > 0) {
                levels.taskNoise = noise(window);
                levels.add(window);
            }
        }
        return levels;
    }

    /**
     * The relative error of a rate times the root of the worker-seconds it rests on. The newest is
     * taken for all windows, because it rests on most tasks.
     */
    private static double noise(Window window) {
        return window.error() / window.rate().perSecond() * root(window);
    }

    private static double root(Window window) {
        return Math.sqrt(window.working() * window.seconds());
    }

    private void add(Window window) {
        double side = side(window);
        boolean again = isSuspicious() && side == suspectSide && side != 0;
        if (again) {
            // The suspect itself belongs half to the old world: it is dropped.
            remember();
            byWorkers.clear();
            fell = side < 0;
        } else if (isSuspicious()) {
            put(suspect);
        }
        boolean first = side != 0 && !again;
        suspect = first ? window : null;
        suspectSide = side;
        if (!first) {
            put(window);
        }
    }

    /** Whether what workers wait for is shared does not change with how fast it is. */
    private void remember() {
        if (knowStages()) {
            share = Places.Share.of(places(UniversalLaw.fit(executing())));
        }
    }

    private void put(Window window) {
        byWorkers.computeIfAbsent(window.working(), Level::new).add(window);
    }

    /** Returns 1 far above what is known, -1 far below, else 0. */
    private double side(Window window) {
        Level known = byWorkers.get(window.working());
        if (known == null) {
            return 0;
        }
        double distance = window.rate().perSecond() / known.rate() - 1;
        double error = Math.hypot(noise() / root(window), known.error(noise()));
        return Math.abs(distance) > Math.max(FAR * error, MUCH) ? Math.signum(distance) : 0;
    }

    /**
     * Returns the noise; more than the tasks let expect if windows with as many workers differ more
     * than that (the Birge ratio).
     */
    private double noise() {
        int repeats = 0;
        double scatter = 0;
        for (Level level : byWorkers.values()) {
            repeats += level.repeats();
            scatter += level.scatter();
        }
        return repeats < ENOUGH ? taskNoise : Math.max(taskNoise, Math.sqrt(scatter / repeats));
    }

    boolean isEmpty() {
        return byWorkers.isEmpty();
    }

    /** Whether the last window is far off and the next one will tell what that means. */
    boolean isSuspicious() {
        return suspect != null;
    }

    /**
     * Whether the rate fell when the world changed, and nothing else is known of the new one: then
     * fewer workers are the better guess.
     */
    boolean hasJustFallen() {
        return fell && byWorkers.size() == 1;
    }

    /** Everything else is compared with the first level: it is worth a second window. */
    boolean isFirstTooRough() {
        Level first = byWorkers.get(byWorkers.firstKey());
        return byWorkers.size() == 1 && first.repeats() == 0 && first.error(noise()) > ROUGH;
    }

    boolean knows(int workers) {
        return byWorkers.containsKey(workers);
    }

    int highest() {
        return byWorkers.lastKey();
    }

    /**
     * Returns a number below which no law may send the job: the fewest measured, if the rate still
     * grew from there to the next number, for then it had not met its limit, whatever the times at
     * the source say; else half of that, because less is known too little.
     */
    int least() {
        int fewest = byWorkers.firstKey();
        return byWorkers.values().stream()
                .skip(1)
                .findFirst()
                .filter(next -> isGain(byWorkers.get(fewest), next))
                .map(next -> fewest)
                .orElse(Math.ceilDiv(fewest, 2));
    }

    private boolean isGain(Level before, Level after) {
        double error = Math.hypot(before.error(noise()), after.error(noise()));
        return after.rate() / before.rate() - 1 > Math.max(GAIN * error, MUCH);
    }

    /**
     * Returns by how much the rate may be better than it seems, as a share: much with a number that
     * was never tried, nothing with one that was tried often.
     */
    double doubt(int workers) {
        Level level = byWorkers.get(workers);
        if (level == null) {
            return UNTRIED;
        }
        return level.repeats() < OFTEN ? level.error(noise()) : 0;
    }

    /** Returns the rates by number of workers, ascending. */
    List<Point> points() {
        double noise = noise();
        return byWorkers.values().stream().map(level -> level.point(noise)).toList();
    }

    /** Returns the efficiency ratio of a number of workers, if fewer were measured as well. */
    Optional<Double> ratio(int workers) {
        int to = byWorkers.headMap(workers).size();
        return to > 0 && knows(workers)
                ? Optional.of(EfficiencyRatio.ratio(points(), to))
                : Optional.empty();
    }

    /** Whether it is known of every level where the time of its workers went. */
    boolean knowStages() {
        return byWorkers.values().stream().allMatch(Level::knowsStages);
    }

    /**
     * Returns the seconds that a worker executes for a work unit, by number of workers. Errors are
     * shares of the mean: shares of each value would draw a fit to the low ones.
     */
    List<Point> executing() {
        double noise = noise();
        double mean = byWork(Level::executing);
        return byWorkers.values().stream()
                .map(l -> new Point(l.workers(), l.executing(), mean * l.error(noise)))
                .toList();
    }

    /** Returns the relative standard error of the executing seconds, all levels together. */
    double executingError() {
        double noise = noise();
        double weight =
                byWorkers.values().stream().mapToDouble(l -> 1 / square(l.error(noise))).sum();
        return 1 / Math.sqrt(weight);
    }

    /** Returns where the time at source and sink goes. */
    Places places(UniversalLaw executing) {
        return Places.fit(byWorkers.values(), executing::time, noise(), share);
    }

    /** Whether a former world has told that workers wait for each other there. */
    boolean knowShare() {
        return knowStages() && share.known();
    }

    private double byWork(ToDoubleFunction<Level> value) {
        Collection<Level> all = byWorkers.values();
        double work = all.stream().mapToDouble(Level::work).sum();
        return all.stream().mapToDouble(l -> l.work() * value.applyAsDouble(l)).sum() / work;
    }

    private static double square(double value) {
        return value * value;
    }
}
