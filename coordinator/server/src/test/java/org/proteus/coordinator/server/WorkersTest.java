package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.json;
import static org.proteus.coordinator.server.RunningServer.problem;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;

/** Workers over HTTP, and who may order them about. */
class WorkersTest {

    private final RunningServer server = new RunningServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everybodySeesThem() throws Exception {
        assertThat(json(server.get("/api/v1/workers"), 200).at("/0/suspended").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain", "suspend", "resume"})
    void operatorsOrderThemAbout(String order) throws Exception {
        problem(server.send(post("w1", order)), 401, ErrorCode.UNAUTHORIZED);
        problem(
                server.send(
                        post("w1", order).header("Authorization", "Bearer " + RunningServer.TOKEN)),
                401,
                ErrorCode.UNAUTHORIZED);
        assertThat(server.fake.orders.given).isEmpty();

        assertThat(server.send(operator("w1", order)).statusCode()).isEqualTo(204);
        assertThat(server.fake.orders.given).containsExactly(order + " w1");
        problem(server.send(operator("w2", order)), 404, ErrorCode.NOT_FOUND);
    }

    private HttpRequest.Builder operator(String worker, String order) {
        return post(worker, order).header("Authorization", "Bearer " + RunningServer.OPERATOR);
    }

    private HttpRequest.Builder post(String worker, String order) {
        return server.at("/api/v1/workers/" + worker + "/" + order).POST(BodyPublishers.noBody());
    }
}
