package org.proteus.cli.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.proteus.cli.output.Printer;
import org.proteus.cli.output.ProgressDisplay;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a job on the terminal until it has ended. When the process is told to end (Ctrl-C) the
 * job is cancelled first, and what runs is stopped cleanly.
 */
final class JobWatch {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final Jobs jobs;
    private final Printer printer;

    JobWatch(Jobs jobs, Printer printer) {
        this.jobs = jobs;
        this.printer = printer;
    }

    JobView untilEnded(JobView submitted) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread cancelling = new Thread(() -> cancel(submitted.id(), ended), "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(cancelling);
        try {
            return watch(submitted);
        } finally {
            ended.countDown();
            keepHookOnlyWhileExiting(cancelling);
        }
    }

    private JobView watch(JobView submitted) throws InterruptedException {
        ProgressDisplay display = ProgressDisplay.on(printer, Terminal.isPresent());
        try {
            JobView job = jobs.await(submitted.id(), TICK);
            while (!job.state().isFinal()) {
                display.update(job);
                job = jobs.await(submitted.id(), TICK);
            }
            return job;
        } finally {
            display.finish();
        }
    }

    private void cancel(String job, CountDownLatch ended) {
        printer.remark("\ncancelling; the same command resumes what is left");
        try {
            jobs.cancel(job);
            if (!ended.await(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                printer.remark("some tasks did not stop in time");
            }
        } catch (ProteusException e) {
            printer.problem(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void keepHookOnlyWhileExiting(Thread cancelling) {
        try {
            Runtime.getRuntime().removeShutdownHook(cancelling);
        } catch (IllegalStateException exiting) {
            LOG.debug("the hook runs already", exiting);
        }
    }
}
