package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.json;
import static org.proteus.coordinator.server.RunningServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.graph.publish.contract.TestDocument;

/** Programs published over HTTP, by operators and by strangers. */
class PublishingTest {

    private static final String ONE = "/api/v1/programs/one";

    private final RunningServer server = new RunningServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anOperatorPublishesLooksGoesBackAndWithdraws() throws Exception {
        Bytes first = TestDocument.of("one", "1.0", "image/png", "image/gif");
        HttpResponse<String> created = put(ONE, first.array(), "If-None-Match", "*");
        assertThat(json(created, 200).get("current").asBoolean()).isTrue();
        assertThat(created.headers().firstValue("ETag")).hasValue("\"1.0\"");
        Bytes second = TestDocument.of("one", "2.0", "image/png", "image/gif");
        problem(put(ONE, second.array(), "If-Match", "\"0.1\""), 409, ErrorCode.CONFLICT);
        json(put(ONE, second.array(), "If-Match", "\"1.0\""), 200);
        problem(put(ONE, first.array(), "If-None-Match", "*"), 409, ErrorCode.CONFLICT);

        JsonNode versions = json(server.get(ONE + "/versions"), 200);
        assertThat(versions.findValuesAsText("version")).containsExactly("1.0", "2.0");
        assertThat(versions.at("/1/current").asBoolean()).isTrue();
        HttpResponse<String> document = server.get(ONE + "/document?version=1.0");
        assertThat(document.body()).isEqualTo(new String(first.array(), StandardCharsets.UTF_8));
        assertThat(document.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(server.get(ONE + "/document").body()).contains("version=\"2.0\"");

        json(put(ONE, first.array()), 200);
        problem(
                put(ONE, TestDocument.of("one", "1.0", "image/png", "image/bmp").array()),
                409,
                ErrorCode.CONFLICT);
        assertThat(server.send(operator(ONE).DELETE()).statusCode()).isEqualTo(204);
        problem(server.send(operator(ONE).DELETE()), 404, ErrorCode.NOT_FOUND);
        problem(server.get(ONE + "/document"), 404, ErrorCode.NOT_FOUND);
        assertThat(server.get(ONE + "/document?version=2.0").statusCode()).isEqualTo(200);
    }

    @Test
    void strangersAndWorkersPublishNothing() throws Exception {
        byte[] document = TestDocument.of("one", "1", "image/png", "image/gif").array();
        HttpRequest.Builder put = server.at(ONE).PUT(BodyPublishers.ofByteArray(document));
        problem(server.send(put), 401, ErrorCode.UNAUTHORIZED);
        problem(
                server.send(put.header("Authorization", "Bearer " + RunningServer.TOKEN)),
                401,
                ErrorCode.UNAUTHORIZED);
        problem(server.send(server.at(ONE).DELETE()), 401, ErrorCode.UNAUTHORIZED);
        problem(
                server.post("/api/v1/plans/publish?from=txt&to=text/html", ""),
                401,
                ErrorCode.UNAUTHORIZED);
        assertThat(server.fake.catalogue.registry.program("one")).isEmpty();
    }

    @Test
    void hostileDocumentsAreRefusedByNameAndSoon() {
        byte[] good = TestDocument.of("one", "1", "image/png", "image/gif").array();
        String text = new String(good, StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(2),
                () -> {
                    refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + text);
                    refused(
                            "<!DOCTYPE a [<!ENTITY l0 \"ha\"><!ENTITY l1 \"&l0;&l0;\">]><a>&l1;</a>");
                    refused("<a>".repeat(300_000));
                    refused("");
                    refused("not XML");
                    refused("<other/>");
                    refused(text.replace("id=\"u\"", "id=\"" + "u".repeat(101) + "\""));
                    refused(text.replace("image/gif", "image/" + "g".repeat(5000)));
                    refused(text.replace("org.example.Runs", "a".repeat(501)));
                    refused(text.replace("<Class>", "<Class>\u0000"));
                    refused(text.replace("</Sources>", parameters(201)));
                    refused(text.replace("</Sources>", parameter("n".repeat(101), "v")));
                    refused(text.replace("</Sources>", parameter("n", "v".repeat(4001))));
                    String unit =
                            text.substring(
                                    text.indexOf("<TransformationUnit "),
                                    text.indexOf("</TransformationUnits>"));
                    StringBuilder many = new StringBuilder();
                    for (int i = 0; i <= 1000; i++) {
                        many.append(unit.replace("id=\"u\"", "id=\"u" + i + "\""));
                    }
                    refused(text.replace(unit, many).replaceAll("\\s+<", "<"));
                    put(
                            422,
                            ErrorCode.BAD_PROGRAM,
                            ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + text)
                                    .getBytes(StandardCharsets.UTF_8));
                    put(
                            422,
                            ErrorCode.BAD_PROGRAM,
                            ("<!-- ü -->" + text).getBytes(StandardCharsets.ISO_8859_1));
                    byte[] large = new byte[100 << 20];
                    Arrays.fill(large, (byte) ' ');
                    put(413, ErrorCode.TOO_LARGE, large);
                    put(
                            400,
                            ErrorCode.BAD_REQUEST,
                            TestDocument.of("two", "1", "image/png", "image/gif").array());
                    put(
                            422,
                            ErrorCode.BAD_PROGRAM,
                            TestDocument.composite("one", "1", "image/png image/gif", "one/c")
                                    .array());
                    put(
                            422,
                            ErrorCode.BAD_PROGRAM,
                            TestDocument.composite("one", "1", "image/png image/gif", "no/u")
                                    .array());
                });
        assertThat(server.fake.catalogue.registry.program("one")).isEmpty();
    }

    private static String parameters(int count) {
        StringBuilder list = new StringBuilder("</Sources><ProgramParameters>");
        for (int i = 0; i < count; i++) {
            list.append("<Parameter name=\"p%d\" value=\"1\"/>".formatted(i));
        }
        return list.append("</ProgramParameters>").toString();
    }

    private static String parameter(String name, String value) {
        return "</Sources><ProgramParameters><Parameter name=\"%s\" value=\"%s\"/></ProgramParameters>"
                .formatted(name, value);
    }

    @Test
    void headersThatMeanNothingAreRefused() throws Exception {
        byte[] document = TestDocument.of("one", "1", "image/png", "image/gif").array();
        for (String match : new String[] {"1.0", "*", "\"1\", \"2\"", "\"\"", "W/\"1\""}) {
            problem(put(ONE, document, "If-Match", match), 400, ErrorCode.BAD_REQUEST);
        }
        problem(put(ONE, document, "If-None-Match", "\"1\""), 400, ErrorCode.BAD_REQUEST);
        problem(put("/api/v1/programs/shout", document), 400, ErrorCode.BAD_REQUEST);
        byte[] taken = TestDocument.of("shout", "9", "image/png", "image/gif").array();
        JsonNode refusal =
                problem(put("/api/v1/programs/shout", taken), 422, ErrorCode.BAD_PROGRAM);
        assertThat(refusal.get("detail").asText()).contains("'shout' is taken");
    }

    @Test
    void aPathHasANameAndQueriesFindIt() throws Exception {
        JsonNode name =
                json(
                        server.send(
                                operator(
                                                "/api/v1/plans/publish?from=txt&to=text/html&option.width=3")
                                        .POST(BodyPublishers.noBody())),
                        200);
        assertThat(name.get("unit").asText()).contains("/");
        JsonNode units = query("get transformationunit unitId, loss where programId = 'shout'");
        assertThat(units.at("/rows/0/unitId/0").asText()).isEqualTo("text");
        problem(ask("GET NOTHING"), 400, ErrorCode.BAD_REQUEST);
        problem(server.get("/api/v1/query"), 400, ErrorCode.BAD_REQUEST);
        problem(
                ask("GET TRANSFORMATIONUNIT WHERE " + "(".repeat(3900)),
                400,
                ErrorCode.BAD_REQUEST);
    }

    private JsonNode query(String query) throws Exception {
        return json(ask(query), 200);
    }

    private HttpResponse<String> ask(String query) throws Exception {
        return server.get("/api/v1/query?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder operator(String path) {
        return server.at(path).header("Authorization", "Bearer " + RunningServer.OPERATOR);
    }

    private HttpResponse<String> put(String path, byte[] document, String... headers)
            throws Exception {
        HttpRequest.Builder request = operator(path).PUT(BodyPublishers.ofByteArray(document));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private void refused(String document) throws Exception {
        put(422, ErrorCode.BAD_PROGRAM, document.getBytes(StandardCharsets.UTF_8));
    }

    private void put(int status, ErrorCode code, byte[] document) throws Exception {
        problem(put(ONE, document), status, code);
    }
}
