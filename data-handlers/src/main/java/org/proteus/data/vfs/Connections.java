package org.proteus.data.vfs;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.proteus.data.tree.ConnectionLostException;
import org.proteus.data.vfs.RemotePlace.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to one place: as many as are used at once, the idle ones kept for the next use.
 * What fails with the connection is tried again on a new one. Thread-safe.
 */
final class Connections implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int RETRIES = 3;

    /** What is done with a connection. */
    interface Use<T> {
        T with(RemoteConnection connection) throws IOException;
    }

    private final String shown;
    private final Connector connector;
    private final RetryPolicy<Object> policy;
    private final Deque<RemoteConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Connections(String shown, Connector connector) {
        this.shown = shown;
        this.connector = connector;
        this.policy =
                RetryPolicy.builder()
                        .handleIf(e -> e instanceof IOException && !isFinal(e))
                        .withMaxRetries(RETRIES)
                        .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
                        .onRetry(e ->
                                LOG.debug(
                                        "{}: trying again after {}",
                                        shown,
                                        String.valueOf(e.getLastException())))
                        .build();
    }

    /** Does something that may be done twice. */
    <T> T use(Use<T> use) throws IOException {
        return retrying(() -> useOnce(use));
    }

    /** Does something that cannot be done twice; only the connecting is tried again. */
    <T> T useOnce(Use<T> use) throws IOException {
        RemoteConnection connection = borrow();
        boolean intact = false;
        try {
            T result = use.with(connection);
            intact = true;
            return result;
        } catch (RefusedException e) {
            intact = true;
            throw e;
        } finally {
            end(connection, intact);
        }
    }

    /** Opens a file; its connection comes back when the content is read to its end. */
    InputStream open(String path, String root) throws IOException {
        return retrying(() -> {
            RemoteConnection connection = borrow();
            boolean open = false;
            boolean refused = false;
            try {
                InputStream content = connection.open(path, root);
                open = true;
                return new RemoteContent(shown, content, connection, this);
            } catch (RefusedException e) {
                refused = true;
                throw e;
            } finally {
                if (!open) {
                    end(connection, refused);
                }
            }
        });
    }

    /** Takes a connection back. */
    void end(RemoteConnection connection, boolean intact) {
        if (intact && !closed) {
            idle.addFirst(connection);
        } else {
            close(connection);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (RemoteConnection next = idle.poll(); next != null; next = idle.poll()) {
            close(next);
        }
    }

    private RemoteConnection borrow() throws IOException {
        for (RemoteConnection next = idle.poll(); next != null; next = idle.poll()) {
            if (next.alive()) {
                return next;
            }
            close(next);
        }
        return retrying(connector::connect);
    }

    private <T> T retrying(RemotePlace.Call<T> call) throws IOException {
        try {
            return Failsafe.with(policy).get(call::get);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while trying again");
            }
            IOException failure =
                    e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            throw isFinal(failure)
                    ? failure
                    : new ConnectionLostException(
                            "no connection to %s: %s".formatted(shown, reason(failure)), failure);
        }
    }

    private static boolean isFinal(Throwable e) {
        return e instanceof RefusedException || e instanceof ConnectionLostException;
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }

    private static void close(RemoteConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("closing a connection failed", e);
        }
    }
}
