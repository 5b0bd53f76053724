package org.proteus.foundation.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * The client of one request, while it waits for something that takes long.
 *
 * <p>A thread that computes does not notice that its client has hung up. This watches the
 * connection meanwhile. The whole body of the request must have been read before.
 */
public final class WaitingClient {

    static final String ATTRIBUTE = WaitingClient.class.getName();

    /** How long it may take until a client that hung up is noticed. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final EndPoint endPoint;
    private final Response response;
    private final Set<WaitingClient> waiting;
    private final BooleanSupplier serverStops;

    private Thread interruptible;
    private boolean watching;
    private boolean gone;
    private boolean stopping;
    private boolean mustClose;

    WaitingClient(
            EndPoint endPoint,
            Response response,
            Set<WaitingClient> waiting,
            BooleanSupplier serverStops) {
        this.endPoint = endPoint;
        this.response = response;
        this.waiting = waiting;
        this.serverStops = serverStops;
    }

    /** Returns the client of a request. */
    public static WaitingClient of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof WaitingClient client) {
            return client;
        }
        throw new IllegalStateException("the request did not come through HttpService");
    }

    /**
     * Runs a call in this thread and interrupts it when the client is gone or the server stops. For
     * calls that only compute and wait in memory: an interrupt in the middle of file access closes
     * the file, and with it an embedded database.
     *
     * @throws ProteusException {@code CANCELLED} if the client hung up, {@code UNAVAILABLE} if the
     *     server stops
     */
    public <T> T call(Callable<T> action) {
        begin(Thread.currentThread());
        try {
            return action.call();
        } catch (InterruptedException interrupted) {
            requireWanted();
            Thread.currentThread().interrupt();
            throw stopping(interrupted);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("a waiting call failed", failed);
        } finally {
            end();
        }
    }

    /** A call that waits no longer than it is told. */
    @FunctionalInterface
    public interface Slice<T> {
        /** Returns the result, or nothing if it did not come within the time. */
        Optional<T> call(Duration atMost) throws InterruptedException;
    }

    /**
     * Repeats a short call in this thread, never interrupting it, until there is a result or the
     * time is over.
     *
     * @throws ProteusException {@code CANCELLED} if the client hung up, {@code UNAVAILABLE} if the
     *     server stops
     */
    public <T> Optional<T> inSlices(Duration atMost, Slice<T> slice) {
        begin(null);
        try {
            long end = System.nanoTime() + atMost.toNanos();
            while (true) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                Optional<T> result = slice.call(left.compareTo(SLICE) < 0 ? left : SLICE);
                if (result.isPresent() || end - System.nanoTime() <= 0) {
                    return result;
                }
                requireWanted();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stopping(interrupted);
        } finally {
            end();
        }
    }

    /** Whether the client was seen to hang up. */
    public synchronized boolean isGone() {
        return gone;
    }

    /** Interrupts the call under way, if there is one. */
    synchronized void stop() {
        stopping = true;
        interrupt();
    }

    private synchronized void begin(Thread thread) {
        interruptible = thread;
        watching = true;
        waiting.add(this);
        if (serverStops.getAsBoolean()) {
            stop();
        }
        endPoint.tryFillInterested(Callback.from(this::readable, failure -> lost()));
    }

    private void end() {
        synchronized (this) {
            watching = false;
            waiting.remove(this);
            boolean interrupts = interruptible != null;
            interruptible = null;
            if (interrupts && (gone || stopping)) {
                // Ours, and maybe too late for the call: it must not hit what comes after.
                Thread.interrupted();
            }
            if (mustClose) {
                // The first byte of a next request was taken; its client sends it again elsewhere.
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
        }
        if (endPoint instanceof AbstractEndPoint open) {
            // Takes our interest back, so that the connection can wait for its next request.
            open.getFillInterest().fillable();
        }
    }

    /** Something came while the client should only wait: its farewell, or a request too early. */
    private synchronized void readable() {
        if (!watching) {
            return;
        }
        ByteBuffer taken = ByteBuffer.allocate(1).flip();
        try {
            int count = endPoint.fill(taken);
            if (count < 0) {
                lost();
            } else if (count == 0) {
                endPoint.tryFillInterested(Callback.from(this::readable, failure -> lost()));
            } else {
                mustClose = true;
            }
        } catch (IOException broken) {
            lost();
        }
    }

    private synchronized void lost() {
        if (watching) {
            gone = true;
            interrupt();
        }
    }

    private void interrupt() {
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    private synchronized void requireWanted() {
        if (gone) {
            throw new ProteusException(ErrorCode.CANCELLED, "the client hung up", "");
        }
        if (stopping) {
            throw stopping(null);
        }
    }

    private static ProteusException stopping(InterruptedException cause) {
        Problem problem =
                new Problem(
                        ErrorCode.UNAVAILABLE, "the service is stopping", "Try again in a moment");
        return new ProteusException(problem, cause);
    }
}
