package org.proteus.policies.scaling.adaptive;

import java.util.List;

/**
 * The universal scalability law r = l n / (1 + s(n-1) + k n(n-1)) (Gunther, Guerrilla Capacity
 * Planning). The time of a worker for a unit of work, n/r, is linear in its parameters: alone +
 * serial (n-1) + crosstalk n(n-1).
 *
 * @param alone time of one worker alone, 1/l; above 0
 * @param serial further time for each other worker, s/l; at least 0
 * @param crosstalk further time for each pair, k/l; at least 0
 */
record UniversalLaw(double alone, double serial, double crosstalk) implements Curve {

    private static final int TERMS = 3;

    /** Of laws that fit about alike the first is taken, which wants fewer workers. */
    private static final boolean[][] TERMS_BY_PRUDENCE = {
        {true, false, true}, {true, true, false}, {true, true, true}
    };

    @Override
    public double at(int workers) {
        return workers / time(workers);
    }

    /** Returns the time of a worker for a unit of work. */
    double time(int workers) {
        double n = workers;
        return alone + serial * (n - 1) + crosstalk * n * (n - 1);
    }

    int parameters() {
        return 1 + (serial > 0 ? 1 : 0) + (crosstalk > 0 ? 1 : 0);
    }

    /**
     * Fits by weighted least squares with no parameter below 0; leaves one out that does not pay.
     *
     * @param times time of a worker for a unit, by number of workers; at least one
     */
    static UniversalLaw fit(List<Point> times) {
        UniversalLaw best = with(times, true, false, false);
        for (boolean[] terms : TERMS_BY_PRUDENCE) {
            UniversalLaw law = with(times, terms);
            if (law.isPossible() && score(law, times) < score(best, times) - 1) {
                best = law;
            }
        }
        return best;
    }

    private boolean isPossible() {
        return alone > 0 && serial >= 0 && crosstalk >= 0 && Double.isFinite(time(1));
    }

    private static double score(UniversalLaw law, List<Point> times) {
        double sum = Fit.PENALTY * law.parameters();
        for (Point point : times) {
            sum += point.misses(law.time(point.workers()));
        }
        return sum;
    }

    private static UniversalLaw with(List<Point> times, boolean... terms) {
        double[][] normal = new double[TERMS][TERMS + 1];
        for (Point point : times) {
            double n = point.workers();
            double weight = point.weight();
            double[] basis = {1, n - 1, n * (n - 1)};
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j < TERMS; j++) {
                    normal[i][j] += weight * basis[i] * basis[j];
                }
                normal[i][TERMS] += weight * basis[i] * point.value();
            }
        }
        double[] found = solve(normal, terms);
        return new UniversalLaw(found[0], found[1], found[2]);
    }

    /** Solves the normal equations of the terms that take part; the others are 0. */
    private static double[] solve(double[][] normal, boolean[] terms) {
        for (int i = 0; i < TERMS; i++) {
            if (!terms[i]) {
                for (int j = 0; j <= TERMS; j++) {
                    normal[i][j] = 0;
                    if (j < TERMS) {
                        normal[j][i] = 0;
                    }
                }
                normal[i][i] = 1;
            }
        }
        // Symmetric and positive: needs no pivot. Too few points give a number that is not finite.
        for (int i = 0; i < TERMS; i++) {
            for (int row = i + 1; row < TERMS; row++) {
                double factor = normal[row][i] / normal[i][i];
                for (int j = i; j <= TERMS; j++) {
                    normal[row][j] -= factor * normal[i][j];
                }
            }
        }
        double[] found = new double[TERMS];
        for (int i = TERMS - 1; i >= 0; i--) {
            double rest = normal[i][TERMS];
            for (int j = i + 1; j < TERMS; j++) {
                rest -= normal[i][j] * found[j];
            }
            found[i] = rest / normal[i][i];
        }
        return found;
    }
}
