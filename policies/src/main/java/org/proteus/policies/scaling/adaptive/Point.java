package org.proteus.policies.scaling.adaptive;

/**
 * A measured value at a number of workers.
 *
 * @param workers number of workers; at least 1
 * @param value the value; above 0
 * @param error its standard error; above 0
 */
record Point(int workers, double value, double error) {

    /** Returns how much it counts in a fit. */
    double weight() {
        return 1 / (error * error);
    }

    /** Returns the squared distance from a modelled value, in standard errors. */
    double misses(double modelled) {
        double distance = (value - modelled) / error;
        return distance * distance;
    }

    /** Returns the time of a worker for a unit of work, if the value is a rate. */
    Point inverse() {
        return new Point(workers, workers / value, workers / value * (error / value));
    }
}
