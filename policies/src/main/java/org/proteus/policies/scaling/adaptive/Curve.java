package org.proteus.policies.scaling.adaptive;

import org.proteus.policies.scaling.ScalingSettings;

/** How fast a job goes with so many workers, in any unit. */
interface Curve {

    /** Returns the rate with at least one worker; above 0. */
    double at(int workers);

    /**
     * Returns the number of workers that minimises cost x time^w: the largest whose elasticity is
     * at least the ratio e = 1/(1+w), where the curve is concave.
     */
    default int best(ScalingSettings settings) {
        int best = Math.max(1, settings.min());
        double least = regret(best, settings);
        for (int n = best + 1; n <= settings.max(); n++) {
            double regret = regret(n, settings);
            if (regret < least) {
                least = regret;
                best = n;
            }
        }
        return best;
    }

    /** Returns the logarithm of cost x time^w for a unit of work, times e. */
    default double regret(int workers, ScalingSettings settings) {
        return settings.ratio() * Math.log(workers) - Math.log(at(workers));
    }
}
