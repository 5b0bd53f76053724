package org.proteus.graph;

import java.util.Optional;
import java.util.OptionalDouble;
import org.proteus.foundation.content.LossyEncodings;

/**
 * What a run costs, in thousandths of a point: whole numbers, so that equal ways are equal. A step
 * of a second that fails once in a hundred runs and loses nothing costs a point.
 *
 * @param loss for what it loses
 * @param time for how long it takes
 * @param risk for how often it fails
 */
record Price(int loss, int time, int risk) {

    static final Price NOTHING = new Price(0, 0, 0);

    /** Parts of a point. */
    static final int POINT = 1000;

    /** What losing everything measurable costs; a fifth of it is usual where nobody measured. */
    private static final int ALL_LOST = 20 * POINT;

    private static final int LOSSY = ALL_LOST / 5;

    /** Dearer than any chain of lossy steps: last resort unless it is what was asked for. */
    private static final int STRUCTURE_LOST = 100 * POINT;

    /** Each doubling of the time, plus the second that a start may take, costs so much. */
    private static final int DOUBLING = 800;

    /** Time alone never outweighs a lossy step. */
    private static final int MOST_TIME = LOSSY - DOUBLING / 4;

    /** A run that takes this long is expected where nothing is known. */
    private static final double USUAL_SECONDS = 1;

    /** Failure rate that is expected before anything is known, and how many runs that is worth. */
    private static final double USUAL_FAILURES = 0.01;

    private static final double FAILURES_WORTH = 10;

    private static final double SECONDS_WORTH = 2;

    private static final double MOST_FAILURES = 0.95;

    /** Makes the usual failure rate cost a fifth of a point. */
    private static final double RISK = -200 / Math.log1p(-USUAL_FAILURES);

    /** Returns what a run costs as far as its document tells, on an object of no known size. */
    static Price declared(Link link) {
        return of(link, SizeClass.SMALL, UnitStatistics.NONE);
    }

    /** Returns what a run costs on objects of that size. */
    static Price of(Link link, SizeClass size, UnitStatistics statistics) {
        Optional<UnitEstimate> estimate = statistics.estimate(link.id(), size);
        double seconds = declaredSeconds(link, size);
        double failures = USUAL_FAILURES;
        if (estimate.isPresent()) {
            UnitEstimate known = estimate.get();
            double successes = known.runs() * (1 - known.failureRate());
            seconds = mixed(seconds, SECONDS_WORTH, known.seconds(), successes);
            failures = mixed(failures, FAILURES_WORTH, known.failureRate(), known.runs());
        }
        return new Price(loss(link, statistics.fidelity(link.id())), time(seconds), risk(failures));
    }

    Price plus(Price other) {
        return new Price(loss + other.loss, time + other.time, risk + other.risk);
    }

    int total() {
        return loss + time + risk;
    }

    /** Returns the seconds that cost so many points of time, unless the cost was capped. */
    static double seconds(double points) {
        return Math.expm1(points * POINT / DOUBLING * Math.log(2));
    }

    private static double declaredSeconds(Link link, SizeClass size) {
        long speed = link.unit().bytesPerSecond();
        return speed == 0 ? USUAL_SECONDS : (double) size.usual() / speed;
    }

    private static double mixed(double usual, double worth, double known, double runs) {
        return (usual * worth + known * runs) / (worth + runs);
    }

    /**
     * What loses the structure loses some of the signal too if its result is always encoded so. Of
     * what loses some of the signal, such an encoding loses a little more than another does, which
     * may have room for all of it and loses frames or opacity only.
     */
    private static int loss(Link link, OptionalDouble fidelity) {
        int measured = (int) Math.round(ALL_LOST * (1 - fidelity.orElse(1)));
        int encoded = LossyEncodings.contains(link.target()) ? LOSSY : 0;
        return switch (link.unit().loss()) {
            case LOSSLESS -> measured;
            case LOSSY -> fidelity.isPresent() ? Math.max(1, measured) : LOSSY + encoded / 10;
            case STRUCTURE_LOST -> STRUCTURE_LOST + (fidelity.isPresent() ? measured : encoded);
        };
    }

    private static int time(double seconds) {
        double doublings = Math.log1p(seconds) / Math.log(2);
        return (int) Math.min(MOST_TIME, Math.round(DOUBLING * doublings));
    }

    private static int risk(double failures) {
        return (int) Math.round(-RISK * Math.log1p(-Math.min(MOST_FAILURES, failures)));
    }
}
