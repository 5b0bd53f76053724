package org.proteus.policies.scaling.adaptive;

import java.util.List;

/** How well a curve fits. */
final class Fit {

    /** By how much a further parameter must lessen the squared misses: three standard errors. */
    static final double PENALTY = 9;

    private Fit() {}

    /** Returns the sum of the squared misses, in standard errors. */
    static double misses(Curve curve, List<Point> points) {
        double sum = 0;
        for (Point point : points) {
            sum += point.misses(curve.at(point.workers()));
        }
        return sum;
    }
}
