package org.proteus.bench.queues;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** How long db-scheduler takes from the submission of a task to its start, with nothing to do. */
public final class SchedulerLatency {

    private static final int THREADS = 2;
    private static final long IDLE_MILLIS = 10;
    private static final long LONGEST_SECONDS = 30;

    private SchedulerLatency() {}

    /** Returns the times in milliseconds, after some that are not measured. */
    public static double[] millis(String database, int warmUp, int measured) throws Exception {
        double[] millis = new double[measured];
        BlockingQueue<Long> started = new LinkedBlockingQueue<>();
        OneTimeTask<Void> task =
                Tasks.oneTime("noop").execute((_, _) -> started.add(System.nanoTime()));
        try (HikariDataSource connections = DbSchedulerContender.connections(database, THREADS)) {
            Scheduler scheduler = DbSchedulerContender.scheduler(connections, task, THREADS);
            scheduler.start();
            try {
                for (int i = -warmUp; i < measured; i++) {
                    Thread.sleep(IDLE_MILLIS);
                    long began = System.nanoTime();
                    scheduler.schedule(task.instance("e" + i), Instant.now());
                    Long at = started.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
                    if (at == null) {
                        throw new IllegalStateException("the task did not start");
                    }
                    if (i >= 0) {
                        millis[i] = (at - began) / 1e6;
                    }
                }
            } finally {
                scheduler.stop();
            }
        }
        return millis;
    }
}
