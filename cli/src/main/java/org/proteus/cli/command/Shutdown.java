package org.proteus.cli.command;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a service when the process is told to end (SIGTERM or Ctrl-C), and lets the main thread
 * wait for that. An end in good order has the exit code 0, not the one that a signal gives.
 */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private Shutdown(AutoCloseable service) {
        this.hook = new Thread(() -> close(service), "shutdown");
    }

    /** Registers a service to be closed when the process is told to end. */
    static Shutdown closing(AutoCloseable service) {
        Shutdown shutdown = new Shutdown(service);
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    private void close(AutoCloseable service) {
        int exit = ExitCodes.DONE;
        try {
            service.close();
        } catch (Exception e) {
            LOG.error("the service did not close well", e);
            exit = ExitCodes.COULD_NOT_RUN;
        } finally {
            closed.countDown();
        }
        Runtime.getRuntime().halt(exit);
    }

    /** Waits until the service has been closed. */
    void await() throws InterruptedException {
        closed.await();
    }

    /** The service has ended by itself: nothing is left to close. */
    void ended() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            LOG.debug("the hook runs already", exiting);
        }
    }
}
