package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.json;
import static org.proteus.coordinator.server.RunningServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ErrorCode;

class CatalogueTest {

    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void plansFromANameToAType() throws Exception {
        JsonNode plan =
                json(server.get("/api/v1/plans?from=a.txt&to=text/html&option.width=3"), 200);
        assertThat(plan.get("runnable").asBoolean()).isTrue();
        assertThat(plan.at("/plan/source").asText()).isEqualTo("text/plain");
        assertThat(plan.at("/plan/steps/0/unit").asText()).isEqualTo("shout/text");
        assertThat(plan.get("missing")).isEmpty();
    }

    @Test
    void tellsWhyAndByWhichUnits() throws Exception {
        JsonNode why = json(server.get("/api/v1/plans/why?from=txt&to=text/html&name=shout"), 200);
        assertThat(why.get("chosen").asBoolean()).isTrue();
        JsonNode unit = json(server.get("/api/v1/units?from=txt&program=shout"), 200).get(0);
        assertThat(unit.get("id").asText()).isEqualTo("shout/text");
        assertThat(unit.get("loss").asText()).isEqualTo("LOSSY");
        assertThat(unit.at("/cost/loss").asDouble()).isEqualTo(4);
        problem(server.get("/api/v1/units?program=none"), 404, ErrorCode.NOT_FOUND);
        problem(server.get("/api/v1/plans/why?from=txt&to=png"), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void namesWhatMustBeInstalled() throws Exception {
        JsonNode plan = json(server.get("/api/v1/plans?from=txt&to=png"), 200);
        assertThat(plan.get("runnable").asBoolean()).isFalse();
        assertThat(plan.at("/missing/0/packages/0/location").asText()).isEqualTo("apt:shout");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans?from=txt&to=audio/mpeg, 422, NO_PATH",
        "/api/v1/plans?from=txt&to=html5!, 400, UNKNOWN_TYPE",
        "/api/v1/plans?from=txt&to=text/html&option.colour=red, 422, UNKNOWN_OPTION",
        "/api/v1/plans?from=txt, 400, BAD_REQUEST",
        "/api/v1/plans?to=png, 400, BAD_REQUEST",
        "/api/v1/plans?from=txt&to=png&form=1, 400, BAD_REQUEST",
        "/api/v1/targets, 400, BAD_REQUEST",
        "/api/v1/types?name=, 400, BAD_REQUEST",
        "/api/v1/types?name=nothing, 400, UNKNOWN_TYPE"
    })
    void saysWhyNot(String path, int status, ErrorCode code) throws Exception {
        problem(server.get(path), status, code);
    }

    @Test
    void showsTypesProgramsAndWorkers() throws Exception {
        assertThat(json(server.get("/api/v1/targets?from=txt"), 200).get(0).asText())
                .isEqualTo(ShoutProgram.UPPER.toString());
        assertThat(json(server.get("/api/v1/types?name=png"), 200).get("type").asText())
                .isEqualTo("image/png");
        assertThat(json(server.get("/api/v1/programs"), 200).at("/0/program/id").asText())
                .isEqualTo("shout");
        assertThat(json(server.get("/api/v1/programs/shout"), 200).get("state").asText())
                .isEqualTo("RUNNABLE");
        assertThat(json(server.get("/api/v1/workers"), 200).at("/0/id").asText()).isEqualTo("w1");
    }

    @Test
    void tellsItsHealth() throws Exception {
        assertThat(json(server.get("/health/live"), 200).get("status").asText()).isEqualTo("UP");
        JsonNode ready = json(server.get("/health/ready"), 200);
        assertThat(ready.get("workers").asInt()).isEqualTo(1);
        assertThat(ready.get("slots").asInt()).isEqualTo(2);
        server.fake.jobs.databaseDown = true;
        var down = server.get("/health/ready");
        problem(down, 503, ErrorCode.UNAVAILABLE);
        assertThat(down.body()).doesNotContain("db.internal");
        json(server.get("/health/live"), 200);
    }

    @Test
    void pointsToEveryFace() throws Exception {
        JsonNode index = json(server.get("/"), 200);
        json(server.get(index.get("openapi").asText()), 200);
        json(server.get(index.get("live").asText()), 200);
        json(server.get(index.get("ready").asText()), 200);
    }
}
