package org.proteus.policies.scaling.adaptive;

import java.util.List;

/**
 * Proportional up to a knee, constant beyond: r = min(a n, b).
 *
 * @param slope rate of one worker before the knee (a)
 * @param most rate beyond the knee (b); infinite when none was seen
 */
record Hinge(double slope, double most) implements Curve {

    @Override
    public double at(int workers) {
        return Math.min(slope * workers, most);
    }

    int parameters() {
        return Double.isInfinite(most) ? 1 : 2;
    }

    /** Returns the number of workers at the knee; infinite when none was seen. */
    double knee() {
        return most / slope;
    }

    /**
     * Fits by weighted least squares, trying a knee between each two points.
     *
     * @param points rates by number of workers, ascending; at least one
     */
    static Hinge fit(List<Point> points) {
        Hinge best = new Hinge(slope(points), Double.POSITIVE_INFINITY);
        for (int knee = 1; knee < points.size(); knee++) {
            double slope = slope(points.subList(0, knee));
            Hinge bent = new Hinge(slope, mean(points.subList(knee, points.size())));
            if (score(bent, points) < score(best, points)) {
                best = bent;
            }
        }
        return best;
    }

    private static double score(Hinge hinge, List<Point> points) {
        return Fit.misses(hinge, points) + Fit.PENALTY * hinge.parameters();
    }

    private static double slope(List<Point> points) {
        double above = 0;
        double below = 0;
        for (Point point : points) {
            above += point.weight() * point.workers() * point.value();
            below += point.weight() * point.workers() * point.workers();
        }
        return above / below;
    }

    private static double mean(List<Point> points) {
        double above = 0;
        double below = 0;
        for (Point point : points) {
            above += point.weight() * point.value();
            below += point.weight();
        }
        return above / below;
    }
}
