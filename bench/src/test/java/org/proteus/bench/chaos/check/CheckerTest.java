package org.proteus.bench.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proteus.bench.chaos.check.StoredTask.Attempt;
import org.proteus.bench.chaos.check.Violation.Kind;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;

/** A run in which something went wrong is told from one in which all went well. */
class CheckerTest {

    private static final Path SINK = Path.of("/sink/job");
    private static final String ONE = Checksums.of("one");
    private static final String TWO = Checksums.of("two");
    private static final Submitted JOB =
            new Submitted(
                    "job",
                    SINK,
                    Map.of(
                            "a.txt", Expected.done(ONE),
                            "b.txt", Expected.done(TWO),
                            "c.txt", Expected.FAILS));

    private final List<ElementView> elements = new ArrayList<>();
    private final List<StoredTask> tasks = new ArrayList<>();
    private final Map<String, String> sink = new HashMap<>();

    @BeforeEach
    void allIsWell() {
        elements.add(done(1, "a.txt", ONE));
        elements.add(done(2, "b.txt", TWO));
        elements.add(ended(3, "c.txt", ElementState.QUARANTINED));
        // The second was lost once, committed, and published by another worker.
        tasks.add(task(1, ONE, new Attempt(1, "done", true)));
        tasks.add(
                new StoredTask(
                        2,
                        "DONE",
                        2,
                        TWO,
                        List.of(
                                new Attempt(1, "lost", false),
                                new Attempt(2, "done", true),
                                new Attempt(3, "done", false))));
        tasks.add(new StoredTask(3, "DROPPED", 0, "", List.of(new Attempt(1, "failed", true))));
        sink.put("a.txt", ONE);
        sink.put("b.txt", TWO);
    }

    @Test
    void whatIsWellIsNotFound() {
        assertThat(Checker.check(JOB, elements, tasks, sink)).isEmpty();
    }

    @Test
    void anObjectWithoutAnElementIsLost() {
        elements.removeFirst();
        sink.remove("a.txt");
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void anObjectWithTwoElementsIsDoubled() {
        elements.add(done(4, "a.txt", ONE));
        tasks.add(task(4, ONE, new Attempt(1, "done", true)));
        assertThat(kinds()).containsExactly(Kind.DOUBLED, Kind.DOUBLED);
    }

    @Test
    void anElementOfNoObjectIsStray() {
        elements.add(ended(4, "d.txt", ElementState.REFUSED));
        tasks.add(new StoredTask(4, "DROPPED", 0, "", List.of()));
        assertThat(kinds()).containsExactly(Kind.STRAY);
    }

    @Test
    void anElementThatDoesNotEndIsLost() {
        elements.set(2, ended(3, "c.txt", ElementState.WAITING));
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void aSoundObjectThatIsNotDoneIsLost() {
        elements.set(0, ended(1, "a.txt", ElementState.QUARANTINED));
        tasks.set(0, new StoredTask(1, "DROPPED", 0, "", List.of()));
        sink.remove("a.txt");
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void anEndWithoutAReasonIsUnexplained() {
        elements.set(2, element(3, "c.txt", ElementState.QUARANTINED, "", Optional.empty()));
        assertThat(kinds()).containsExactly(Kind.UNEXPLAINED);
    }

    @Test
    void aResultThatIsNotThereIsLost() {
        sink.remove("b.txt");
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void aResultOfOtherContentIsWrong() {
        sink.put("b.txt", ONE);
        assertThat(kinds()).containsExactly(Kind.WRONG);
    }

    @Test
    void aCommittedResultThatIsNotTheRightOneIsWrong() {
        elements.set(1, done(2, "b.txt", ONE));
        tasks.set(1, task(2, ONE, new Attempt(1, "done", true)));
        sink.put("b.txt", ONE);
        assertThat(kinds()).containsExactly(Kind.WRONG);
    }

    @Test
    void whatNobodyNeedsInTheSinkIsStray() {
        sink.put(".proteus-job-1-1-1", ONE);
        assertThat(kinds()).containsExactly(Kind.STRAY);
    }

    @Test
    void twoResultsOfOneElementAreDoubled() {
        tasks.set(
                0,
                new StoredTask(
                        1,
                        "DONE",
                        2,
                        ONE,
                        List.of(new Attempt(1, "done", true), new Attempt(2, "done", true))));
        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void aResultOfALeaseThatWasNotAcceptedIsStale() {
        tasks.set(
                0,
                new StoredTask(
                        1,
                        "DONE",
                        1,
                        ONE,
                        List.of(new Attempt(1, "lost", true), new Attempt(2, "done", true))));
        assertThat(kinds()).containsExactly(Kind.STALE);
    }

    @Test
    void aTaskThatIsNotDoneIsLostAndAnotherChecksumIsWrong() {
        tasks.set(0, new StoredTask(1, "STORED", 1, TWO, List.of(new Attempt(1, "done", true))));
        assertThat(kinds()).containsExactly(Kind.LOST, Kind.WRONG);
    }

    @Test
    void aTaskThatIsMissingIsLost() {
        tasks.removeFirst();
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    private List<Kind> kinds() {
        return Checker.check(JOB, elements, tasks, sink).stream().map(Violation::kind).toList();
    }

    private static StoredTask task(long seq, String checksum, Attempt attempt) {
        return new StoredTask(seq, "DONE", attempt.token(), checksum, List.of(attempt));
    }

    private static ElementView done(long seq, String name, String checksum) {
        return element(seq, name, ElementState.DONE, checksum, Optional.empty());
    }

    private static ElementView ended(long seq, String name, ElementState state) {
        Problem problem = Problem.of(ErrorCode.PROGRAM_FAILED, "it said no");
        return element(seq, name, state, "", Optional.of(problem));
    }

    private static ElementView element(
            long seq, String name, ElementState state, String checksum, Optional<Problem> problem) {
        return new ElementView(
                "job/" + seq,
                name,
                "file:///source/" + name,
                state,
                Optional.empty(),
                1,
                "",
                List.of(),
                Optional.empty(),
                checksum.isEmpty() ? "" : "file://" + SINK + "/" + name,
                1,
                checksum,
                false,
                problem,
                List.<AttemptView>of());
    }
}
