package org.proteus.cli.measure;

/** A weighted mean of shares from 0 to 1, as they come. Not thread-safe. */
final class Share {

    private double sum;
    private double weights;

    /** Adds a share; what is not from 0 to 1 is brought there. */
    Share add(double weight, double share) {
        sum += weight * Math.clamp(Double.isNaN(share) ? 0 : share, 0, 1);
        weights += weight;
        return this;
    }

    /** Adds a share if there is something to keep. */
    Share addIf(boolean there, double weight, double share) {
        return there ? add(weight, share) : this;
    }

    /** Returns the mean; 1 if there was nothing to keep. */
    double mean() {
        return weights == 0 ? 1 : sum / weights;
    }

    /** Returns the smaller number as a share of the greater one. */
    static double ratio(double one, double other) {
        double most = Math.max(one, other);
        return most == 0 ? 1 : Math.min(one, other) / most;
    }
}
