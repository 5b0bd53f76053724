package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.TaskClaims;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.foundation.model.job.JobView;

/** However many tasks wait, H2 reads few rows to find the next ones. */
class QueueIndexTest extends CoordinatorSuite {

    private static final int WAITING = 2_000;
    private static final int FEW = 100;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings;
    }

    /** Notes the queries that a handle is asked. */
    private static final class Queries implements SqlLogger {

        private final List<String> asked = new ArrayList<>();

        @Override
        public void logBeforeExecution(StatementContext context) {
            if (context.getRenderedSql().startsWith("select")) {
                asked.add(forExplanation(context.getRenderedSql()));
            }
        }
    }

    /** Explained are queries that lock nothing and whose arrays are written out. */
    private static String forExplanation(String query) {
        return query.replace("for update skip locked", "")
                .replace("any(:seqs)", "any(array[10, 12])");
    }

    /** Returns the most rows that a part of a query reads. */
    private static long scanned(Handle handle, String query, Map<String, Object> values) {
        String plan =
                handle.createQuery("explain analyze " + query)
                        .bindMap(values)
                        .mapTo(String.class)
                        .one();
        Matcher scans = SCANNED.matcher(plan);
        long most = 0;
        while (scans.find()) {
            most = Math.max(most, Long.parseLong(scans.group(1)));
        }
        return most;
    }

    /** Returns for each query of some work the most rows that a part of it reads. */
    private List<Long> scans(Consumer<TaskClaims> work, Map<String, Object> values) {
        return inDatabase(database ->
                database.claim(claims -> {
                    Queries queries = new Queries();
                    claims.handle()
                            .getConfig(SqlStatements.class)
                            .setUnusedBindingAllowed(true)
                            .setSqlLogger(queries);
                    work.accept(claims);
                    return List.copyOf(queries.asked).stream()
                            .map(query -> scanned(claims.handle(), query, values))
                            .toList();
                }));
    }

    private static Map<String, Object> values(JobView job, Object first) {
        return Map.of(
                "job", job.id(), "state", "WAITING", "lane", Lane.OPEN, "first", first, "last", 12,
                "limit", 10);
    }

    @Test
    void findsTheNextTasksWithoutReadingAllThatWait() {
        JobView job = coordinator.jobs().submit(inline("png", WAITING));

        List<Long> scans =
                scans(
                        claims -> {
                            Handle handle = claims.handle();
                            assertThat(TaskRows.lanes(handle, job.id())).isEmpty();
                            assertThat(TaskRows.open(handle, job.id(), 10)).isEqualTo(10);
                            assertThat(claims.claim(job.id(), Lane.OPEN, "w", 10, 1000))
                                    .hasSize(10);
                        },
                        values(job, "\u0001"));

        assertThat(scans).hasSize(3).allMatch(rows -> rows < FEW);
    }

    @Test
    void looksAtAFewOnlyForThoseThatSuitAWorker() {
        JobView job = coordinator.jobs().submit(inline("png", WAITING));

        List<Long> scans =
                scans(
                        claims ->
                                assertThat(
                                                claims.claim(
                                                        job.id(),
                                                        Lane.OPEN,
                                                        "w",
                                                        4,
                                                        1000,
                                                        task -> task.seq() % 2 == 0))
                                        .extracting(task -> task.id().seq())
                                        .containsExactly(2L, 4L, 6L, 8L),
                        values(job, 10));

        assertThat(scans).hasSize(2).allMatch(rows -> rows < FEW);
    }
}
