package org.proteus.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.ScalingRequest;

class TextTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Printer printer = new Printer(new PrintWriter(out), new PrintWriter(err));

    @Test
    void namesCannotPlayTricksOnATerminal() {
        assertThat(Plain.of("a\u001b[2Jb\u202e.txt\u0007"))
                .isEqualTo("a\\u001b[2Jb\\u202e.txt\\u0007");
        assertThat(Plain.of("Ελληνικά äöü 日本")).isEqualTo("Ελληνικά äöü 日本");
    }

    @Test
    void amountsAreReadable() {
        assertThat(Amounts.bytes(999)).isEqualTo("999 B");
        assertThat(Amounts.bytes(2_500_000)).isEqualTo("2.5 MB");
        assertThat(Amounts.duration(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(Amounts.duration(Duration.ofSeconds(61))).isEqualTo("1m01s");
        assertThat(Amounts.duration(Duration.ofMinutes(125))).isEqualTo("2h05m");
        assertThat(Amounts.rate(0.25)).isEqualTo("0.25/s");
    }

    @Test
    void progressTellsCountsRateTimeLeftAndWorkers() {
        ProgressText text = new ProgressText();
        text.of(job(JobState.RUNNING, Map.of(ElementState.WAITING, 100L)), START);
        JobView later =
                job(
                        JobState.RUNNING,
                        Map.of(
                                ElementState.WAITING, 79L,
                                ElementState.DONE, 20L,
                                ElementState.REFUSED, 1L));
        assertThat(text.of(later, START.plusSeconds(10)))
                .isEqualTo("21/100, 1 not done, 2.10/s, 38s left, 2 workers");
        JobView paused =
                job(JobState.PAUSED, Map.of(ElementState.WAITING, 79L, ElementState.DONE, 21L));
        assertThat(text.of(paused, START.plusSeconds(11))).isEqualTo("21/100, 2 workers, paused");
        JobView cancelling =
                job(JobState.CANCELLING, Map.of(ElementState.RUNNING, 1L, ElementState.DONE, 99L));
        assertThat(text.of(cancelling, START.plusSeconds(11)))
                .isEqualTo("99/100, 2 workers, cancelling");
    }

    @Test
    void objectsThatAreOpenAgainMakeNoNegativeRate() {
        ProgressText text = new ProgressText();
        text.of(job(JobState.RUNNING, Map.of(ElementState.DONE, 10L)), START);

        Map<ElementState, Long> again = Map.of(ElementState.WAITING, 8L, ElementState.DONE, 2L);
        assertThat(text.of(job(JobState.RUNNING, again), START.plusSeconds(5)))
                .isEqualTo("2/10, 2 workers");
        Map<ElementState, Long> later = Map.of(ElementState.WAITING, 3L, ElementState.DONE, 7L);
        assertThat(text.of(job(JobState.RUNNING, later), START.plusSeconds(10)))
                .isEqualTo("7/10, 1.00/s, 3s left, 2 workers");
    }

    @Test
    void anOutcomeListsFailuresWithTheirReasons() {
        JobView job = job(JobState.ENDED, Map.of(ElementState.DONE, 2L, ElementState.REFUSED, 1L));
        ElementView broken =
                new ElementView(
                        "j/3",
                        "bad\n.pdf",
                        "file:///in/bad",
                        ElementState.REFUSED,
                        Optional.empty(),
                        0,
                        "",
                        List.of(),
                        Optional.empty(),
                        "",
                        -1,
                        "",
                        false,
                        Optional.of(
                                new Problem(ErrorCode.BROKEN_OBJECT, "it is empty", "look at it")),
                        List.of());
        JobText.printOutcome(job, List.of(broken), printer);
        assertThat(out.toString()).startsWith("2 DONE, 1 REFUSED: 1.0 kB in, 2.0 kB out, 5s");
        assertThat(err.toString()).contains("REFUSED bad", ": it is empty; look at it");
    }

    @Test
    void aJobTellsWhatItHasCost() {
        JobText.print(job(JobState.ENDED, Map.of(ElementState.DONE, 1L)), printer);
        assertThat(out.toString()).contains("cost     84 worker-seconds, 0.0120 EUR");
    }

    private static JobView job(JobState state, Map<ElementState, Long> counts) {
        return new JobView(
                "j",
                state,
                "file:///in",
                ContentType.of("image", "png"),
                "file:///out",
                Map.of(),
                ScalingRequest.DEFAULT,
                5,
                Optional.empty(),
                START,
                Optional.of(START.plusSeconds(5)),
                true,
                new EnumMap<>(counts),
                1000,
                2000,
                2,
                new JobCost(84, Optional.of(new Money(0.012, "EUR"))),
                "",
                Optional.empty(),
                Optional.empty());
    }
}
