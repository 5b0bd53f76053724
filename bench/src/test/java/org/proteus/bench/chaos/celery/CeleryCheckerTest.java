package org.proteus.bench.chaos.celery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.bench.chaos.celery.Finding.Kind;
import org.proteus.bench.chaos.check.Expected;

class CeleryCheckerTest {

    private static final String ID = "job-0001/object-000001.txt";
    private static final String RIGHT = "right";
    private static final CeleryTask SOUND = new CeleryTask(ID, Expected.done(RIGHT));
    private static final CeleryTask FAILING = new CeleryTask(ID, Expected.FAILS);

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(kinds(SOUND, "SUCCESS", 1, RIGHT)).isEmpty();
        assertThat(kinds(FAILING, "FAILURE", 0, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RETRY, '', LOST",
        "'', '', LOST",
        "'', right, UNTOLD",
        "RETRY, right, UNTOLD",
        "FAILURE, '', FAILED",
        "FAILURE, right, CONTRADICTING",
        "SUCCESS, '', CONTRADICTING",
        "SUCCESS, half, WRONG",
    })
    void comparesTheOutcomeOfASoundObjectWithItsResult(String status, String result, Kind found) {
        assertThat(kinds(SOUND, status, 1, result)).containsExactly(found);
    }

    @Test
    void callsATaskDoubledThatStoredItsResultAgain() {
        assertThat(kinds(SOUND, "SUCCESS", 2, RIGHT)).containsExactly(Kind.DOUBLED);
    }

    @Test
    void callsAFailingObjectLostWhenNobodyHearsOfIt() {
        assertThat(kinds(FAILING, "RETRY", 0, "")).containsExactly(Kind.LOST);
    }

    @Test
    void callsAResultWrongThatMustNotBe() {
        assertThat(kinds(FAILING, "SUCCESS", 1, RIGHT)).containsExactly(Kind.WRONG);
    }

    @Test
    void countsTasksWithoutAnOutcome() {
        CeleryTask other = new CeleryTask("job-0001/other", Expected.FAILS);
        CeleryTask unknown = new CeleryTask("job-0001/unknown", Expected.FAILS);
        Map<String, String> statuses = Map.of(SOUND.id(), "SUCCESS", other.id(), "RETRY");

        assertThat(CeleryChecker.unended(List.of(SOUND, other, unknown), statuses)).isEqualTo(2);
    }

    private static List<Kind> kinds(CeleryTask task, String status, int stored, String checksum) {
        CeleryChecker checker =
                new CeleryChecker(
                        status.isEmpty() ? Map.of() : Map.of(ID, status),
                        Map.of(ID, stored),
                        checksum.isEmpty() ? Map.of() : Map.of(ID, checksum));
        return checker.check(task).stream().map(Finding::kind).toList();
    }
}
