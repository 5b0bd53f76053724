package org.proteus.cli.remote;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.proteus.coordinator.MeasuredUnits;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.net.WireJson;

/** Stores measured values on a server. Thread-safe. */
public final class RemoteMeasurements implements MeasuredUnits, AutoCloseable {

    private final RestClient rest;
    private final OperatorToken token;

    /**
     * Nothing is sent yet.
     *
     * @param tokenFile file with the operators' token, without which nothing can be stored
     */
    public RemoteMeasurements(URI server, Optional<Path> tokenFile) {
        this.rest = new RestClient(server);
        this.token = new OperatorToken(tokenFile);
    }

    @Override
    public void measured(Map<UnitId, Double> fidelities) {
        rest.send(
                rest.request("statistics/fidelities")
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(fidelities))),
                token.authorization());
    }

    @Override
    public void close() {
        rest.close();
    }
}
