package org.proteus.foundation.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.Callable;
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
 * connection meanwhile and interrupts the thread when the client is gone or the server stops. The
 * whole body of the request must have been read before.
 */
public final class WaitingClient {

    static final String ATTRIBUTE = WaitingClient.class.getName();

    private final EndPoint endPoint;
    private final Response response;
    private final Set<WaitingClient> waiting;

    private Thread worker;
    private boolean watching;
    private boolean gone;
    private boolean stopping;
    private boolean mustClose;

    WaitingClient(EndPoint endPoint, Response response, Set<WaitingClient> waiting) {
        this.endPoint = endPoint;
        this.response = response;
        this.waiting = waiting;
    }

    /** Returns the client of a request. */
    public static WaitingClient of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof WaitingClient client) {
            return client;
        }
        throw new IllegalStateException("the request did not come through HttpService");
    }

    /**
     * Runs a call that can be interrupted, in this thread.
     *
     * @throws ProteusException {@code CANCELLED} if the client hung up, {@code UNAVAILABLE} if the
     *     server stops
     */
    public <T> T call(Callable<T> action) {
        begin();
        try {
            return action.call();
        } catch (InterruptedException interrupted) {
            throw whyInterrupted(interrupted);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("a waiting call failed", failed);
        } finally {
            end();
        }
    }

    /** Interrupts the call under way, if there is one. */
    synchronized void stop() {
        stopping = true;
        interrupt();
    }

    private synchronized void begin() {
        worker = Thread.currentThread();
        watching = true;
        waiting.add(this);
        endPoint.tryFillInterested(Callback.from(this::readable, failure -> lost()));
    }

    private void end() {
        synchronized (this) {
            watching = false;
            worker = null;
            waiting.remove(this);
            if (gone || stopping) {
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
        if (worker != null) {
            worker.interrupt();
        }
    }

    private synchronized ProteusException whyInterrupted(InterruptedException cause) {
        if (!gone && !stopping) {
            Thread.currentThread().interrupt();
        }
        return gone
                ? new ProteusException(ErrorCode.CANCELLED, "the client hung up", "")
                : new ProteusException(
                        new Problem(
                                ErrorCode.UNAVAILABLE,
                                "the service is stopping",
                                "Try again in a moment"),
                        cause);
    }
}
