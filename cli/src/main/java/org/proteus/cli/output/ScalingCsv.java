package org.proteus.cli.output;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.ScalingPoint;

/**
 * A chart of scaling as comma-separated values (RFC 4180): points and decisions in one table, in
 * the order of their time. Only decisions have a policy, a ratio and a reason; what they do not
 * know, and what nobody measured, is empty.
 */
public final class ScalingCsv {

    private static final String HEAD =
            "at,rate,error,measure,workers,booting,idle,wanted,queued,workerSeconds,money,currency,"
                    + "policy,ratio,reason";

    private record Row(Instant at, String text) {}

    private ScalingCsv() {}

    /** Prints a chart. */
    public static void print(ScalingChart chart, Printer printer) {
        printer.line(HEAD);
        Stream.concat(
                        chart.points().stream().map(ScalingCsv::row),
                        chart.decisions().stream().map(ScalingCsv::row))
                .sorted(Comparator.comparing(Row::at))
                .forEach(row -> printer.line(row.text()));
    }

    private static Row row(ScalingPoint point) {
        return new Row(
                point.at(),
                line(
                        point.at(),
                        number(point.rate()),
                        number(point.error()),
                        point.measure(),
                        point.workers(),
                        point.booting(),
                        point.idle(),
                        point.wanted(),
                        point.queued(),
                        point.cost().workerSeconds(),
                        amount(point.cost()),
                        currency(point.cost()),
                        "",
                        "",
                        ""));
    }

    private static Row row(Decision decision) {
        return new Row(
                decision.at(),
                line(
                        decision.at(),
                        decision.rate(),
                        number(decision.error()),
                        decision.measure(),
                        decision.workers(),
                        "",
                        "",
                        decision.wanted(),
                        "",
                        decision.cost().workerSeconds(),
                        amount(decision.cost()),
                        currency(decision.cost()),
                        decision.policy(),
                        number(decision.ratio()),
                        decision.reason()));
    }

    private static String amount(JobCost cost) {
        return number(cost.money().map(Money::amount));
    }

    private static String currency(JobCost cost) {
        return cost.money().map(Money::currency).orElse("");
    }

    private static String number(Optional<Double> value) {
        return value.map(String::valueOf).orElse("");
    }

    private static String line(Object... fields) {
        return Stream.of(fields)
                .map(Object::toString)
                .map(ScalingCsv::field)
                .collect(Collectors.joining(","));
    }

    private static String field(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
