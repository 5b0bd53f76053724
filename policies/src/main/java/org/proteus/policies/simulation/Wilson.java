package org.proteus.policies.simulation;

/** The confidence interval of a share of successes (Wilson 1927), at 95 %. */
final class Wilson {

    private static final double Z = 1.959964;

    private Wilson() {}

    /** Returns the lower bound; 0 without a run. */
    static double lower(long successes, long runs) {
        if (runs == 0) {
            return 0;
        }
        double n = runs;
        double share = successes / n;
        double centre = share + Z * Z / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return Math.max(0, (centre - half) / (1 + Z * Z / n));
    }
}
