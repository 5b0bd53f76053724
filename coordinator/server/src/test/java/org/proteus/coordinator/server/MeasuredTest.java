package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.problem;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.program.UnitId;

/** Measured values of units over HTTP, from operators and from strangers. */
class MeasuredTest {

    private final RunningServer server = new RunningServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anOperatorStoresWhatUnitsKeep() throws Exception {
        assertThat(server.send(operator("{\"text/upper\": 0.75}")).statusCode()).isEqualTo(204);
        assertThat(server.fake.measured).containsEntry(new UnitId("text", "upper"), 0.75);
    }

    @Test
    void strangersAndWorkersStoreNothing() throws Exception {
        problem(server.send(put("{\"text/upper\": 0.75}")), 401, ErrorCode.UNAUTHORIZED);
        problem(
                server.send(
                        put("{\"text/upper\": 0.75}")
                                .header("Authorization", "Bearer " + RunningServer.TOKEN)),
                401,
                ErrorCode.UNAUTHORIZED);
        assertThat(server.fake.measured).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{\"noslash\": 1}", "{\"a/b\": \"much\"}", "{\"a/b\":"})
    void refusesWhatIsNoListOfUnits(String body) throws Exception {
        problem(server.send(operator(body)), 400, ErrorCode.BAD_REQUEST);
        assertThat(server.fake.measured).isEmpty();
    }

    private HttpRequest.Builder operator(String body) {
        return put(body).header("Authorization", "Bearer " + RunningServer.OPERATOR);
    }

    private HttpRequest.Builder put(String body) {
        return server.at("/api/v1/statistics/fidelities")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
    }
}
