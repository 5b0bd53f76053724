package org.proteus.bench.queues;

import static org.jobrunr.server.BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration;

import com.zaxxer.hikari.HikariDataSource;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/**
 * JobRunr as its users run it: requests enqueued as a stream, which it stores in batches; it keeps
 * the jobs that succeeded for a day and a half.
 */
final class JobRunrContender implements Contender {

    /** The shortest that it takes for a SQL database. */
    private static final int POLL_SECONDS = 5;

    /** Its own threads: polling, signs of life, the janitor. */
    private static final int MORE_CONNECTIONS = 8;

    private static final String SUCCEEDED =
            "select count(*) from jobrunr_jobs where state = 'SUCCEEDED'";

    /** Counts the runs of the one server that is open; JobRunr makes the handlers itself. */
    private static volatile Once running;

    /** The request of one element, stored as JSON. */
    public record Noop(int number) implements JobRequest {

        @Override
        public Class<NoopHandler> getJobRequestHandler() {
            return NoopHandler.class;
        }
    }

    /** Does nothing. */
    public static final class NoopHandler implements JobRequestHandler<Noop> {

        @Override
        public void run(Noop request) {
            running.ran(request.number());
        }
    }

    @Override
    public String name() {
        return "jobrunr";
    }

    @Override
    public double run(String database, int slots, int warmUp, int elements) throws Exception {
        running = new Once(warmUp + elements);
        try (HikariDataSource connections =
                BenchDatabase.connections(database, slots + MORE_CONNECTIONS)) {
            JobRequestScheduler scheduler =
                    JobRunr.configure()
                            .useStorageProvider(new PostgresStorageProvider(connections))
                            .useBackgroundJobServer(
                                    usingStandardBackgroundJobServerConfiguration()
                                            .andWorkerCount(slots)
                                            .andPollIntervalInSeconds(POLL_SECONDS))
                            .initialize()
                            .getJobRequestScheduler();
            try {
                submit(scheduler, 0, warmUp);
                Settled.await(connections, SUCCEEDED, warmUp);
                long began = System.nanoTime();
                submit(scheduler, warmUp, elements);
                running.await();
                Settled.await(connections, SUCCEEDED, warmUp + (long) elements);
                double seconds = (System.nanoTime() - began) / 1e9;
                running.require();
                return seconds;
            } finally {
                JobRunr.destroy();
            }
        }
    }

    private static void submit(JobRequestScheduler scheduler, int first, int count) {
        scheduler.enqueue(IntStream.range(first, first + count).mapToObj(Noop::new));
    }
}
