package org.proteus.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.ScalingPoint;

class ScalingCsvTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private static final JobCost COST = new JobCost(8, Optional.of(new Money(0.25, "EUR")));

    @Test
    void pointsAndDecisionsStandInTheOrderOfTime() {
        ScalingPoint first =
                new ScalingPoint(
                        START,
                        Optional.empty(),
                        Optional.empty(),
                        "objects",
                        0,
                        2,
                        0,
                        2,
                        40,
                        JobCost.NONE);
        ScalingPoint last =
                new ScalingPoint(
                        START.plusSeconds(4),
                        Optional.of(2.5),
                        Optional.of(0.25),
                        "objects",
                        2,
                        0,
                        1,
                        4,
                        30,
                        COST);
        Decision decision =
                new Decision(
                        START.plusSeconds(2),
                        "efficiency",
                        2,
                        4,
                        2.5,
                        Optional.of(0.5),
                        "objects",
                        Optional.of(0.9),
                        COST,
                        "two more, says \"efficiency\"");
        StringWriter out = new StringWriter();
        Printer printer = new Printer(new PrintWriter(out), new PrintWriter(new StringWriter()));

        ScalingCsv.print(new ScalingChart("job", List.of(first, last), List.of(decision)), printer);

        assertThat(out.toString().lines())
                .containsExactly(
                        "at,rate,error,measure,workers,booting,idle,wanted,queued,workerSeconds,money,"
                                + "currency,policy,ratio,reason",
                        "2026-11-22T10:00:00Z,,,objects,0,2,0,2,40,0.0,,,,,",
                        "2026-11-22T10:00:02Z,2.5,0.5,objects,2,,,4,,8.0,0.25,EUR,efficiency,0.9,"
                                + "\"two more, says \"\"efficiency\"\"\"",
                        "2026-11-22T10:00:04Z,2.5,0.25,objects,2,0,1,4,30,8.0,0.25,EUR,,,");
    }
}
