package org.proteus.foundation.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Knows every client that waits, so that a stop does not have to wait for the longest of them. */
final class WaitingClients extends Handler.Wrapper {

    private final Set<WaitingClient> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    WaitingClients(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        WaitingClient client =
                new WaitingClient(
                        request.getConnectionMetaData().getConnection().getEndPoint(),
                        response,
                        waiting,
                        () -> stopping);
        request.setAttribute(WaitingClient.ATTRIBUTE, client);
        return super.handle(request, response, callback);
    }

    /** Interrupts every call under way, and those that begin to wait from now on. */
    void stopAll() {
        stopping = true;
        waiting.forEach(WaitingClient::stop);
    }
}
