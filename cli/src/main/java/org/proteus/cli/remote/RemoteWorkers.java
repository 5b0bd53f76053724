package org.proteus.cli.remote;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.proteus.coordinator.WorkerOrders;

/** Orders the workers of a server about. Thread-safe. */
public final class RemoteWorkers implements WorkerOrders, AutoCloseable {

    private final RestClient rest;
    private final OperatorToken token;

    /**
     * Nothing is sent yet.
     *
     * @param tokenFile file with the operators' token, without which no order is given
     */
    public RemoteWorkers(URI server, Optional<Path> tokenFile) {
        this.rest = new RestClient(server);
        this.token = new OperatorToken(tokenFile);
    }

    @Override
    public void drain(String worker) {
        order(worker, "drain");
    }

    @Override
    public void suspend(String worker) {
        order(worker, "suspend");
    }

    @Override
    public void resume(String worker) {
        order(worker, "resume");
    }

    private void order(String worker, String order) {
        rest.send(
                rest.request(RestClient.path("workers", worker, order))
                        .POST(HttpRequest.BodyPublishers.noBody()),
                token.authorization());
    }

    @Override
    public void close() {
        rest.close();
    }
}
