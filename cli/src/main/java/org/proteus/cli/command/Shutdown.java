package org.proteus.cli.command;

import java.util.concurrent.CountDownLatch;

/** Closes a service when the process is told to end, and lets the main thread wait for that. */
final class Shutdown {

    private final CountDownLatch closed = new CountDownLatch(1);

    private Shutdown() {}

    /** Registers a service to be closed on SIGTERM or Ctrl-C. */
    static Shutdown closing(AutoCloseable service) {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown.close(service), "shutdown"));
        return shutdown;
    }

    private void close(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) {
            throw new IllegalStateException("the service did not close well", e);
        } finally {
            closed.countDown();
        }
    }

    /** Waits until the service has been closed. */
    void await() throws InterruptedException {
        closed.await();
    }
}
