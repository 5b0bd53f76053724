package org.proteus.policies.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What many runs of a policy in a scenario came to.
 *
 * @param scenario name of the scenario
 * @param policy id of the policy
 * @param oracleWorkers best number of workers for the first job when it begins
 * @param runs number of runs
 * @param settled number of runs in which every job settled in every phase of its world
 * @param settledShare the share of these
 * @param settledWithin6Minutes the same, each time within 6 minutes
 * @param settledWithin15Minutes the same, each time within 15 minutes
 * @param medianSettleSeconds median over all runs that settled of their longest time to settle;
 *     absent when none did
 * @param changesAfterSettling mean number of changes after settling, over all phases that settled
 * @param costRatio worker-seconds of all runs over the oracle's, boot and exploration included
 * @param timeRatio duration of all runs over the oracle's, mean
 * @param regret cost x time^w over the oracle's
 * @param phases each phase of each job
 */
public record Summary(
        String scenario,
        String policy,
        int oracleWorkers,
        int runs,
        int settled,
        Share settledShare,
        Share settledWithin6Minutes,
        Share settledWithin15Minutes,
        Optional<Double> medianSettleSeconds,
        double changesAfterSettling,
        double costRatio,
        double timeRatio,
        Regret regret,
        List<PhaseSummary> phases) {

    private static final double SIX_MINUTES = 360;
    private static final double FIFTEEN_MINUTES = 900;

    /**
     * A share of runs.
     *
     * @param share the share, 0 to 1
     * @param lower lower bound of its Wilson interval at 95 %
     */
    public record Share(double share, double lower) {

        static Share of(long successes, long runs) {
            return new Share((double) successes / runs, Wilson.lower(successes, runs));
        }
    }

    /**
     * How much worse than the oracle, in cost x time^w with w = 1/e - 1; 1 is as good.
     *
     * @param median median over the runs
     * @param percentile95 95th percentile over the runs
     */
    public record Regret(double median, double percentile95) {}

    /**
     * A phase of a job's world.
     *
     * @param job index of the job, from 0
     * @param fromSeconds when it begins
     * @param oracleWorkers best number of workers in it
     * @param settled share of runs that settled in it
     * @param settledWithin6Minutes share of runs that did so within 6 minutes
     * @param settledWithin15Minutes share of runs that did so within 15 minutes
     */
    public record PhaseSummary(
            int job,
            double fromSeconds,
            int oracleWorkers,
            Share settled,
            Share settledWithin6Minutes,
            Share settledWithin15Minutes) {}

    static Summary of(
            Scenario scenario,
            String policy,
            List<List<Oracle.Phase>> phases,
            List<Experiment.Compared> runs) {
        double[] slowest =
                runs.stream().mapToDouble(run -> longest(run.settlings().stream())).toArray();
        double[] settled = Arrays.stream(slowest).filter(Double::isFinite).sorted().toArray();
        double exponent = 1 / scenario.settings().ratio() - 1;
        double[] regrets =
                runs.stream()
                        .mapToDouble(run -> run.cost() * Math.pow(run.time(), exponent))
                        .sorted()
                        .toArray();
        return new Summary(
                scenario.name(),
                policy,
                phases.getFirst().getFirst().workers(),
                runs.size(),
                settled.length,
                within(slowest, Double.MAX_VALUE),
                within(slowest, SIX_MINUTES),
                within(slowest, FIFTEEN_MINUTES),
                settled.length == 0 ? Optional.empty() : Optional.of(quantile(settled, 0.5)),
                changes(runs),
                mean(runs.stream().map(Experiment.Compared::cost)),
                mean(runs.stream().map(Experiment.Compared::time)),
                new Regret(quantile(regrets, 0.5), quantile(regrets, 0.95)),
                phases(phases, runs));
    }

    private static double longest(Stream<Settling> settlings) {
        return settlings
                .mapToDouble(settling -> settling.after().orElse(Double.POSITIVE_INFINITY))
                .max()
                .orElseThrow();
    }

    private static Share within(double[] seconds, double limit) {
        return Share.of(Arrays.stream(seconds).filter(s -> s <= limit).count(), seconds.length);
    }

    private static double changes(List<Experiment.Compared> runs) {
        return runs.stream()
                .flatMap(run -> run.settlings().stream())
                .filter(settling -> settling.after().isPresent())
                .mapToInt(Settling::changes)
                .average()
                .orElse(0);
    }

    private static double mean(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    private static List<PhaseSummary> phases(
            List<List<Oracle.Phase>> phases, List<Experiment.Compared> runs) {
        List<PhaseSummary> summaries = new ArrayList<>();
        for (int job = 0; job < phases.size(); job++) {
            for (Oracle.Phase phase : phases.get(job)) {
                int at = summaries.size();
                double[] seconds =
                        runs.stream()
                                .mapToDouble(run -> longest(Stream.of(run.settlings().get(at))))
                                .toArray();
                summaries.add(
                        new PhaseSummary(
                                job,
                                phase.from(),
                                phase.workers(),
                                within(seconds, Double.MAX_VALUE),
                                within(seconds, SIX_MINUTES),
                                within(seconds, FIFTEEN_MINUTES)));
            }
        }
        return summaries;
    }
}
