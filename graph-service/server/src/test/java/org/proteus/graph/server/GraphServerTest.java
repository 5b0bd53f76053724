package org.proteus.graph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.xml.ws.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.server.HttpSettings;
import org.proteus.graph.server.soap.contract.ApplicableUnits;
import org.proteus.graph.server.soap.contract.Graph;
import org.proteus.graph.server.soap.contract.ProteusFault;

/** The graph as a service, over a planner and documents; no test changes anything there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphServerTest {

    private static final Problem BROKEN =
            new Problem(ErrorCode.BAD_PROGRAM, "site.xml: line 3: broken", "correct it");

    private final HttpClient client = HttpClient.newHttpClient();
    private final GraphServer server =
            GraphServer.start(
                    HttpSettings.on(HttpSettings.LOOPBACK, 0),
                    new SmallCatalogue(),
                    () -> List.of(BROKEN));

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = server.uri().resolve(path);
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(answer.body()).doesNotContain("\tat ", "Exception");
        return answer;
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return WireJson.mapper().readTree(answer.body());
    }

    @Test
    void plansWithCostsInPartsAndAlternatives() throws Exception {
        JsonNode view = json("/api/v1/plans?from=docx&to=pdf&alternatives=2");
        assertThat(view.get("runnable").asBoolean()).isTrue();
        assertThat(view.at("/plan/units/0").asText()).isEqualTo("office/docx-pdf");
        assertThat(view.at("/plan/cost/loss").asDouble()).isEqualTo(4);
        assertThat(view.at("/plan/cost/total").asDouble()).isEqualTo(5);
        assertThat(view.at("/plan/alternatives/0/units/0").asText()).isEqualTo("office/docx-txt");
        assertThat(view.at("/plan/alternatives/0/reason").asText()).contains("structure lost");
        assertThat(json("/api/v1/plans?from=docx&to=pdf&alternatives=0").at("/plan/alternatives"))
                .isEmpty();
    }

    @Test
    void keepsTheRulesOfTheCaller() throws Exception {
        JsonNode pinned = json("/api/v1/plans?from=docx&to=pdf&pin=text/plain");
        assertThat(pinned.at("/plan/units/1").asText()).isEqualTo("office/txt-pdf");
        HttpResponse<String> lossless = get("/api/v1/plans?from=docx&to=pdf&lossless=true");
        assertThat(lossless.statusCode()).isEqualTo(422);
        assertThat(lossless.body()).contains("lossless units only", "office/docx-pdf");
    }

    @Test
    void listsWhatCanBeReachedFromHereAndWhatReachesThere() throws Exception {
        assertThat(json("/api/v1/targets?from=docx"))
                .extracting(JsonNode::asText)
                .containsExactly("application/pdf", "text/plain", "image/png");
        assertThat(json("/api/v1/sources?to=pdf"))
                .extracting(JsonNode::asText)
                .containsExactly("text/plain", SmallCatalogue.DOCX);
    }

    @ParameterizedTest
    @CsvSource({
        "office/docx-txt, false, structure lost instead of lossy",
        "office, true, direct",
        "text/plain, false, structure lost instead of lossy",
        "pdf/locked, false, without more options",
        "draw, false, no way from",
    })
    void tellsWhyNot(String name, boolean chosen, String reason) throws Exception {
        JsonNode why = json("/api/v1/plans/why?from=docx&to=pdf&name=" + name);
        assertThat(why.get("chosen").asBoolean()).as(why.toString()).isEqualTo(chosen);
        assertThat(why.get("reason").asText()).contains(reason);
    }

    @Test
    void tellsWhyNotByTheBestWayThatUsesIt() throws Exception {
        JsonNode why = json("/api/v1/plans/why?from=docx&to=pdf&name=office/docx-txt");
        assertThat(why.at("/instead/units/1").asText()).isEqualTo("office/txt-pdf");
        assertThat(why.at("/instead/cost/loss").asDouble()).isEqualTo(100);
    }

    @Test
    void listsUnitsWithLossLimitsOptionsAndCost() throws Exception {
        JsonNode units = json("/api/v1/units?from=pdf&to=png");
        assertThat(units).hasSize(1);
        JsonNode unit = units.get(0);
        assertThat(unit.get("id").asText()).isEqualTo("draw/pdf-png");
        assertThat(unit.get("loss").asText()).isEqualTo("STRUCTURE_LOST");
        assertThat(unit.at("/limits/maxInputBytes").asLong()).isEqualTo(1000);
        assertThat(unit.at("/parameters/0/name").asText()).isEqualTo("dpi");
        assertThat(unit.at("/cost/time").asDouble()).isEqualTo(0.8);
        assertThat(unit.get("description").asText()).isEqualTo("Draws pages.");
        assertThat(json("/api/v1/units?program=office")).hasSize(4);
        assertThat(json("/api/v1/units?from=txt").findValuesAsText("id"))
                .containsExactly("office/txt-pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans?from=png&to=docx, 422, NO_PATH",
        "/api/v1/plans?from=docx&to=png&option.colour=red, 422, UNKNOWN_OPTION",
        "/api/v1/plans?from=docx&to=png&size=2GB&alternatives=x, 400, BAD_REQUEST",
        "/api/v1/plans?from=pdf&to=png&size=2000, 422, LIMIT_EXCEEDED",
        "/api/v1/plans/why?from=docx&to=pdf&name=nothing, 400, BAD_REQUEST",
        "/api/v1/plans/why?from=png&to=docx&name=office, 422, NO_PATH",
        "/api/v1/plans/why?from=docx&to=pdf&name=office&matching=classic, 400, BAD_REQUEST",
        "/api/v1/units?program=nothing, 404, NOT_FOUND",
        "/api/v1/units?prog=office, 400, BAD_REQUEST",
        "/api/v1/jobs, 404, NOT_FOUND",
    })
    void refusesWithReasonAndAdvice(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = WireJson.mapper().readTree(answer.body());
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("action").asText()).isNotBlank();
    }

    @Test
    void tellsItsHealthAndWhichDocumentsAreBroken() throws Exception {
        assertThat(json("/health/live").get("status").asText()).isEqualTo("UP");
        JsonNode ready = json("/health/ready");
        assertThat(ready.get("programs").asInt()).isEqualTo(3);
        assertThat(ready.at("/brokenDocuments/0/message").asText()).contains("line 3");
    }

    @Test
    void describesWhatItHasAndNothingElse() throws Exception {
        JsonNode document = json("/api/v1/openapi.json");
        assertThat(new YAMLMapper().readTree(get("/api/v1/openapi.yaml").body()))
                .isEqualTo(document);
        for (var path : document.get("paths").properties()) {
            int status = get(path.getKey().replace("{program}", "office")).statusCode();
            assertThat(status).as(path.getKey()).isIn(200, 400);
        }
        assertThat(references(document))
                .allSatisfy(reference -> {
                    assertThat(document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse();
                });
    }

    private static List<String> references(JsonNode document) {
        return document.findValuesAsText("$ref");
    }

    private Graph soap() throws IOException {
        return Service.create(
                        server.uri().resolve("/soap/graph?wsdl").toURL(),
                        new QName("urn:proteus:graph:1", "GraphService"))
                .getPort(Graph.class);
    }

    @Test
    void answersTheSameBySoap() throws Exception {
        ApplicableUnits units = soap().findApplicableTransformationUnits("docx", "pdf", null);
        assertThat(units.getTargetContentType()).isEqualTo("application/pdf");
        assertThat(units.getChosen().getUnit().getFirst().getUnitId()).isEqualTo("docx-pdf");
        assertThat(units.getChosen().getCost().getLoss()).isEqualTo(4);
        assertThat(units.getChosen().getCost().getTotal()).isEqualTo(5);
        assertThat(units.getAlternative().getFirst().getReason()).contains("structure lost");
        assertThat(soap().findAvailableTargetContentTypes("docx")).contains("image/png");
    }

    @Test
    void refusesBySoapWithItsOwnFault() throws Exception {
        Graph soap = soap();
        assertThatThrownBy(() -> soap.findApplicableTransformationUnits("png", "docx", null))
                .isInstanceOfSatisfying(
                        ProteusFault.class,
                        fault -> assertThat(fault.getFaultInfo().getCode()).isEqualTo("NO_PATH"));
    }
}
