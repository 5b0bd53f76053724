package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.proteus.foundation.model.ErrorCode;
import org.w3c.dom.Document;

/** Messages that no client made from the contract would send. */
@TestInstance(Lifecycle.PER_CLASS)
class SoapHostileTest {

    private static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String TARGETS =
            "<p:findAvailableTargetContentTypes><p:sourceType>%s</p:sourceType>"
                    + "</p:findAvailableTargetContentTypes>";
    private static final String XML = "text/xml; charset=utf-8";

    private final RunningServer server = new RunningServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private static String envelope(String header, String body) {
        return "<e:Envelope xmlns:e='%s' xmlns:p='urn:proteus:soap:1'><e:Header>%s</e:Header><e:Body>%s</e:Body></e:Envelope>"
                .formatted(SOAP11, header, body);
    }

    private static String body(String body) {
        return envelope("", body);
    }

    private static String nested(int depth) {
        return "<x>".repeat(depth) + "</x>".repeat(depth);
    }

    private static String entities(String declarations, String use) {
        return "<!DOCTYPE e:Envelope [" + declarations + "]>" + body(TARGETS.formatted(use));
    }

    static Stream<Arguments> broken() {
        String attributes =
                Stream.iterate(0, i -> i < 600, i -> i + 1)
                        .map(i -> " a" + i + "='1'")
                        .reduce("", String::concat);
        return Stream.of(
                Arguments.of("nothing", "", "Client"),
                Arguments.of("no XML", "hello", "Client"),
                Arguments.of("cut off", body("").substring(0, 60), "Client"),
                Arguments.of("no envelope", "<a/>", "VersionMismatch"),
                Arguments.of(
                        "SOAP 1.2",
                        body(TARGETS).replace(SOAP11, "http://www.w3.org/2003/05/soap-envelope"),
                        "VersionMismatch"),
                Arguments.of("empty body", body(""), "Client"),
                Arguments.of("unknown operation", body("<p:destroy/>"), "Client"),
                Arguments.of("foreign operation", body("<destroy/>"), "Client"),
                Arguments.of(
                        "against the schema",
                        body("<p:findAvailableTargetContentTypes/>"),
                        "Client"),
                Arguments.of("unknown element", body(TARGETS.formatted("<x/>")), "Client"),
                Arguments.of(
                        "too long a text", body(TARGETS.formatted("x".repeat(9000))), "Client"),
                Arguments.of("deep body", body(TARGETS.formatted(nested(5000))), "Client"),
                Arguments.of("deep header", envelope(nested(5000), TARGETS), "Client"),
                Arguments.of("many headers", envelope("<x/>".repeat(5000), TARGETS), "Client"),
                Arguments.of(
                        "many attributes",
                        body("<p:findAvailableTargetContentTypes" + attributes + "/>"),
                        "Client"),
                Arguments.of("document type", "<!DOCTYPE x>" + body(TARGETS), "Client"),
                Arguments.of(
                        "entity bomb",
                        entities(
                                "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>",
                                "&c;"),
                        "Client"),
                Arguments.of(
                        "external entity",
                        entities("<!ENTITY x SYSTEM 'file:///etc/hostname'>", "&x;"),
                        "Client"),
                Arguments.of(
                        "a header nobody understands",
                        envelope(
                                "<x e:mustUnderstand='1' xmlns='urn:x'/>",
                                TARGETS.formatted("txt")),
                        "MustUnderstand"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void answersWithAFault(String name, String message, String faultCode) throws Exception {
        Document fault = fault(post(message), ErrorCode.BAD_REQUEST);
        assertThat(fault.getElementsByTagName("faultcode").item(0).getTextContent())
                .endsWith(":" + faultCode);
    }

    @ParameterizedTest
    @MethodSource("beyondLimits")
    void tellsWhichLimitWasReached(String message, String limit) throws Exception {
        assertThat(text(fault(post(message), ErrorCode.BAD_REQUEST), "message")).contains(limit);
    }

    static Stream<Arguments> beyondLimits() {
        String attributes =
                Stream.iterate(0, i -> i < 600, i -> i + 1)
                        .map(i -> " a" + i + "='1'")
                        .reduce("", String::concat);
        String call = TARGETS.formatted("txt");
        return Stream.of(
                Arguments.of(envelope(nested(40), call), "Depth"),
                Arguments.of(envelope("<x/>".repeat(1001), call), "Child Elements"),
                Arguments.of(envelope("<x" + attributes + "/>", call), "ttribute"),
                Arguments.of(envelope("<x a='" + "x".repeat(9000) + "'/>", call), "ttribute"));
    }

    @Test
    void refusesAnActionThatIsNotThatOfTheBody() throws Exception {
        String message = body(TARGETS.formatted("txt"));
        fault(post(message, XML, "urn:proteus:soap:1/transformData"), ErrorCode.BAD_REQUEST);
        fault(post(message, XML, "urn:else"), ErrorCode.BAD_REQUEST);
    }

    @Test
    void takesTheOperationFromTheBodyWithoutAnAction() throws Exception {
        assertThat(post(body(TARGETS.formatted("txt")), XML, "").body())
                .contains("application/pdf");
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        String text = "x".repeat(RunningServer.MAX_JSON + 1);
        fault(post(body(TARGETS.formatted(text))), ErrorCode.TOO_LARGE);
    }

    @Test
    void takesNoAttachments() throws Exception {
        String message =
                "--b\r\nContent-Type: text/xml\r\n\r\n"
                        + body(TARGETS.formatted("txt"))
                        + "\r\n--b--";
        fault(post(message, "multipart/related; boundary=b", ""), ErrorCode.BAD_REQUEST);
        fault(post(body(TARGETS), "application/json", ""), ErrorCode.BAD_REQUEST);
    }

    @Test
    void callsNobody() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + stranger.getLocalPort() + "/";
            String addressed = "<a:%s xmlns:a='http://www.w3.org/2005/08/addressing'>%s</a:%s>";
            String id = addressed.formatted("MessageID", "urn:x", "MessageID");
            for (String header : new String[] {"ReplyTo", "FaultTo"}) {
                String to = "<a:Address>" + there + "</a:Address>";
                String headers = id + addressed.formatted(header, to, header);
                fault(post(envelope(headers, TARGETS.formatted("txt"))), ErrorCode.BAD_REQUEST);
            }
            String hint =
                    " xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
                            + " i:schemaLocation='urn:proteus:soap:1 "
                            + there
                            + "x.xsd'>";
            post(body(TARGETS.formatted("txt").replaceFirst(">", hint)));
            post(entities("<!ENTITY x SYSTEM '" + there + "'>", "&x;"));
            post("<!DOCTYPE x SYSTEM '" + there + "'>" + body(TARGETS.formatted("txt")));
            stranger.setSoTimeout(1);
            assertThat(accepted(stranger)).isFalse();
        }
    }

    private static boolean accepted(ServerSocket socket) throws Exception {
        try {
            socket.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Test
    void answersForJobsThatAreNotThere() throws Exception {
        String job = "<p:JobId>none</p:JobId>";
        HttpResponse<String> unknown =
                server.send(request(envelope(job, "<p:getStatus/>"), XML, "", "/soap/job"));
        fault(unknown, ErrorCode.NOT_FOUND);
    }

    @Test
    void understandsTheHeaderThatNamesAJob() throws Exception {
        String header = "<p:JobId e:mustUnderstand='1'>none</p:JobId>";
        fault(
                server.send(request(envelope(header, "<p:cancel/>"), XML, "", "/soap/job")),
                ErrorCode.NOT_FOUND);
    }

    private HttpResponse<String> post(String message) throws Exception {
        return post(message, XML, "");
    }

    private HttpResponse<String> post(String message, String type, String action) throws Exception {
        return server.send(request(message, type, action, "/soap/transformation"));
    }

    private HttpRequest.Builder request(String message, String type, String action, String path) {
        return server.at(path)
                .header("Content-Type", type)
                .header("SOAPAction", '"' + action + '"')
                .POST(BodyPublishers.ofString(message));
    }

    private static Document fault(HttpResponse<String> response, ErrorCode code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        Document fault =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        response.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(text(fault, "code")).as(response.body()).isEqualTo(code.name());
        assertThat(text(fault, "message")).isNotBlank();
        assertThat(text(fault, "action")).isNotBlank();
        return fault;
    }

    private static String text(Document fault, String name) {
        return fault.getElementsByTagNameNS("urn:proteus:soap:1", name).item(0).getTextContent();
    }
}
