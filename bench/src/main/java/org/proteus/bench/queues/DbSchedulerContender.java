package org.proteus.bench.queues;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * db-scheduler with what its guide recommends for many executions: lock-and-fetch with a long queue
 * in memory, immediate execution, submission in one batch. It deletes what has run, so the handler
 * writes how it ended into a table of its own, as its users do.
 */
final class DbSchedulerContender implements Contender {

    /** Fetches when fewer than these times the threads are queued, up to the higher number. */
    private static final double LOWER = 4;

    private static final double UPPER = 20;

    private static final Duration POLL = Duration.ofMillis(100);

    /** Polling, heartbeats and submission. */
    private static final int MORE_CONNECTIONS = 4;

    private static final String TABLES =
            """
            create table scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamp with time zone not null,
              picked boolean not null,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance)
            );
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create index priority_execution_time_idx
              on scheduled_tasks (priority desc, execution_time asc);
            create table outcome (
              element integer primary key,
              state text not null,
              ended timestamp with time zone not null
            );
            """;

    @Override
    public String name() {
        return "db-scheduler";
    }

    @Override
    public double run(String database, int slots, int warmUp, int elements) throws Exception {
        try (HikariDataSource connections = connections(database, slots)) {
            Once once = new Once(warmUp + elements);
            Once warm = new Once(warmUp);
            OneTimeTask<Void> task =
                    Tasks.oneTime("noop")
                            .execute((instance, _) -> {
                                int element = Integer.parseInt(instance.getId());
                                keep(connections, element);
                                once.ran(element);
                                if (element < warmUp) {
                                    warm.ran(element);
                                }
                            });
            Scheduler scheduler = scheduler(connections, task, slots);
            scheduler.start();
            try {
                submit(scheduler, task, 0, warmUp);
                warm.await();
                long began = System.nanoTime();
                submit(scheduler, task, warmUp, elements);
                once.await();
                Settled.await(connections, "select count(*) from scheduled_tasks", 0);
                double seconds = (System.nanoTime() - began) / 1e9;
                once.require();
                Settled.await(
                        connections, "select count(*) from outcome", warmUp + (long) elements);
                return seconds;
            } finally {
                scheduler.stop();
            }
        }
    }

    /** Opens connections to an empty database, and creates the tables. */
    static HikariDataSource connections(String database, int threads) throws SQLException {
        HikariDataSource connections =
                BenchDatabase.connections(
                        database + "&reWriteBatchedInserts=true", threads + MORE_CONNECTIONS);
        createTables(connections);
        return connections;
    }

    static Scheduler scheduler(DataSource connections, OneTimeTask<Void> task, int threads) {
        return Scheduler.create(connections, task)
                .threads(threads)
                .pollUsingLockAndFetch(LOWER, UPPER)
                .pollingInterval(POLL)
                .enableImmediateExecution()
                .build();
    }

    private static void submit(Scheduler scheduler, OneTimeTask<Void> task, int first, int count) {
        List<TaskInstance<?>> instances =
                IntStream.range(first, first + count)
                        .<TaskInstance<?>>mapToObj(i -> task.instance(Integer.toString(i)))
                        .toList();
        scheduler.scheduleBatch(instances, Instant.now());
    }

    private static void keep(DataSource connections, int element) {
        try (Connection connection = connections.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into outcome values (?, 'DONE', now())")) {
            insert.setInt(1, element);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot keep the outcome of " + element, failure);
        }
    }

    private static void createTables(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }
}
