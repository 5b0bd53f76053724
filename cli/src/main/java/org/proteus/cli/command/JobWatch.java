package org.proteus.cli.command;

import java.time.Duration;
import java.util.Optional;
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
 * job is cancelled first, what runs is stopped cleanly, and the process waits until this has been
 * closed.
 */
final class JobWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final Printer printer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Thread> cancelling = Optional.empty();

    JobWatch(Printer printer) {
        this.printer = printer;
    }

    /** Follows a job; called once. */
    JobView untilEnded(Jobs jobs, JobView submitted) throws InterruptedException {
        Thread hook = new Thread(() -> cancel(jobs, submitted.id()), "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        cancelling = Optional.of(hook);
        return watch(jobs, submitted);
    }

    private JobView watch(Jobs jobs, JobView submitted) throws InterruptedException {
        ProgressDisplay display = ProgressDisplay.on(printer, Terminal.isPresent());
        try {
            JobView job = jobs.await(submitted.id(), display.every());
            while (!job.state().isFinal()) {
                display.update(job);
                job = jobs.await(submitted.id(), display.every());
            }
            return job;
        } finally {
            display.finish();
        }
    }

    private void cancel(Jobs jobs, String job) {
        printer.remark("\ncancelling; the same command resumes what is left");
        try {
            jobs.cancel(job);
            if (!closed.await(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                printer.remark("some tasks did not stop in time");
            }
        } catch (ProteusException e) {
            printer.problem(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the process end; called when everything that the job used has been closed. */
    @Override
    public void close() {
        closed.countDown();
        try {
            cancelling.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        } catch (IllegalStateException exiting) {
            LOG.debug("the hook runs already", exiting);
        }
    }
}
