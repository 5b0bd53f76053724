package org.proteus.policies.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows the world. The best number of workers minimises cost x time^w with e = 1/(1+w). Its
 * throughput is that of a closed network of two stations with processor sharing, the source and the
 * host, which depends on the mean times only (Baskett, Chandy, Muntz and Palacios 1975), by the
 * convolution of Buzen 1973.
 */
public final class Oracle {

    private Oracle() {}

    /**
     * A time in which a job's world does not change.
     *
     * @param from when it begins, in seconds
     * @param workers the best number of workers in it
     * @param rate tasks in a second with these
     */
    public record Phase(double from, int workers, double rate) {}

    /** Returns the phases of a job, each alone on the pool and the host. */
    public static List<Phase> phases(Scenario scenario, int index) {
        List<Phase> phases = new ArrayList<>();
        JobScenario job = scenario.jobs().get(index);
        phases.add(phase(scenario, job, seconds(job.starts())));
        for (Change change : scenario.changes()) {
            if (change.job() == index) {
                job = job.after(change);
                phases.add(phase(scenario, job, seconds(change.at())));
            }
        }
        return phases;
    }

    private static Phase phase(Scenario scenario, JobScenario job, double from) {
        double[] rates = rates(job, scenario.host(), scenario.settings().max());
        int best = Math.max(1, scenario.settings().min());
        for (int n = best + 1; n < rates.length; n++) {
            if (regret(rates, n, scenario) < regret(rates, best, scenario)) {
                best = n;
            }
        }
        return new Phase(from, best, rates[best]);
    }

    /** The logarithm of cost x time^w for a unit of work, times e. */
    private static double regret(double[] rates, int n, Scenario scenario) {
        return scenario.settings().ratio() * Math.log(n) - Math.log(rates[n]);
    }

    /** Returns the tasks in a second for 0, 1, ... up to {@code most} workers. */
    static double[] rates(JobScenario job, Capacity host, int most) {
        double[] source = new double[most + 1];
        double[] hosted = new double[most + 1];
        double bytes = job.sizes().mean();
        for (int n = 1; n <= most; n++) {
            source[n] = source[n - 1] + Math.log(bytes / (n * job.pace(n)));
            hosted[n] = hosted[n - 1] + Math.log(job.seconds() / host.of(Math.min(n, host.most())));
        }
        double[] rates = new double[most + 1];
        for (int n = 1; n <= most; n++) {
            rates[n] = Math.exp(constant(source, hosted, n - 1) - constant(source, hosted, n));
        }
        return rates;
    }

    /**
     * The logarithm of the normalising constant, which itself is too large or small for a number.
     */
    private static double constant(double[] source, double[] hosted, int workers) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= workers; k++) {
            largest = Math.max(largest, source[k] + hosted[workers - k]);
        }
        double sum = 0;
        for (int k = 0; k <= workers; k++) {
            sum += Math.exp(source[k] + hosted[workers - k] - largest);
        }
        return largest + Math.log(sum);
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
