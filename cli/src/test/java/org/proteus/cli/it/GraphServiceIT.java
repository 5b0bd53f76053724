package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.net.WireJson;

/** The graph as a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class GraphServiceIT {

    private static final Pattern ADDRESS = Pattern.compile("Proteus listens on (\\S+)");

    private static final String DOCUMENT =
            """
            <gDTSTransformationProgram xmlns:p="urn:proteus:program:1" id="site" version="%s">
              <Transformer><Class>org.example.Site</Class></Transformer>
              <TransformationUnits>
                <TransformationUnit id="sing" p:loss="lossy">
                  <Sources><Source><Input id="TRInput0"/><ContentType><Mimetype>application/epub+zip</Mimetype></ContentType></Source></Sources>
                  <Target><Output id="TROutput"/><ContentType><Mimetype>audio/mpeg</Mimetype></ContentType></Target>
                </TransformationUnit>
              </TransformationUnits>
            </gDTSTransformationProgram>
            """;

    private static final String SOAP =
            """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:g="urn:proteus:graph:1"><s:Body>
              <g:findApplicableTransformationUnits>
                <g:sourceType>docx</g:sourceType><g:targetType>png</g:targetType>
              </g:findApplicableTransformationUnits>
            </s:Body></s:Envelope>
            """;

    @TempDir private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private ProteusHome home;
    private Path documents;
    private ProteusProcess process;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        home = new ProteusHome(folder);
        documents = home.folder("documents");
        process = home.start("graph-service", "--port", "0", "--programs", documents.toString());
        await().atMost(RunningService.LONG)
                .until(() -> !process.isAlive() || ADDRESS.matcher(process.out()).find());
        Matcher said = ADDRESS.matcher(process.out());
        assertThat(said.find()).as(process.out() + process.err()).isTrue();
        address = URI.create(said.group(1));
    }

    @AfterEach
    void stop() {
        process.close();
        client.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(process.err(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode get(String path) {
        try {
            return WireJson.mapper()
                    .readTree(send(HttpRequest.newBuilder(address.resolve(path))).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String text) throws IOException {
        Path fresh = Files.writeString(home.path("fresh"), text);
        Files.move(fresh, documents.resolve("site.xml"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void answersByRestSoapAndTheCommandLineUntilItIsTold() {
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        assertThat(get("/health/live").get("status").asText()).isEqualTo("UP");
        assertThat(get("/health/ready").get("programs").asInt()).isGreaterThan(5);

        JsonNode plan = get("/api/v1/plans?from=docx&to=png");
        assertThat(plan.get("runnable").asBoolean()).isTrue();
        assertThat(plan.at("/plan/units/0").asText()).isEqualTo("libreoffice/docx-to-pdf");

        HttpResponse<String> soap =
                send(
                        HttpRequest.newBuilder(address.resolve("/soap/graph"))
                                .header("Content-Type", "text/xml; charset=utf-8")
                                .POST(BodyPublishers.ofString(SOAP)));
        assertThat(soap.statusCode()).as(soap.body()).isEqualTo(200);
        assertThat(soap.body()).contains("docx-to-pdf", "<loss>104", "alternative", "reason");

        String server = address.toString();
        Outcome text = home.run("plan", "docx", "pdf", "--server", server);
        assertThat(text.exit()).as(text.all()).isZero();
        assertThat(text.out())
                .contains("libreoffice/docx-to-pdf, loses some of the signal", "cost 5.00");
        Outcome why =
                home.run("plan", "docx", "pdf", "--why", "tika", "--server", server, "--json");
        assertThat(why.json().get("chosen").asBoolean()).isFalse();
        Outcome graph = home.run("graph", "--from", "svg", "--server", server, "--json");
        assertThat(graph.json().get("units").findValuesAsText("id"))
                .contains("libreoffice/svg-to-png", "imagemagick/png-to-jpeg")
                .doesNotContain("libreoffice/xlsx-to-csv");

        process.signal("TERM");
        Outcome end = process.await();
        assertThat(end.exit()).as(end.all()).isZero();
        assertThat(end.all()).doesNotContain("ERROR", "\tat ");
    }

    @Test
    void readsTheDocumentsOfTheSiteWhileItServes() throws IOException {
        assertThat(get("/api/v1/plans?from=epub&to=mp3").get("code").asText()).isEqualTo("NO_PATH");

        write(DOCUMENT.formatted("1.0"));
        await().atMost(RunningService.LONG)
                .until(() -> get("/api/v1/plans?from=epub&to=mp3").has("plan"));

        write(DOCUMENT.formatted("2.0").replace("</Sources>", ""));
        await().atMost(RunningService.LONG)
                .until(() -> !get("/health/ready").get("brokenDocuments").isEmpty());
        assertThat(get("/health/ready").at("/brokenDocuments/0/message").asText())
                .contains("site.xml", "line");
        assertThat(get("/api/v1/programs/site").at("/program/version").asText()).isEqualTo("1.0");

        write(DOCUMENT.formatted("3.0"));
        await().atMost(RunningService.LONG)
                .until(() ->
                        get("/api/v1/programs/site").at("/program/version").asText().equals("3.0"));
        assertThat(get("/health/ready").get("brokenDocuments")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        String port = Integer.toString(address.getPort());
        Outcome taken = home.run("graph-service", "--port", port);
        assertThat(taken.exit()).as(taken.all()).isEqualTo(1);
        assertThat(taken.err()).contains(port).doesNotContain("\tat ");
        Outcome nowhere = home.run("graph-service", "--port", "0", "--programs", "nowhere");
        assertThat(nowhere.exit()).as(nowhere.all()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no folder nowhere");
        Outcome wrong = home.run("graph-service", "--port", "99999");
        assertThat(wrong.exit()).as(wrong.all()).isEqualTo(2);
        assertThat(wrong.err()).contains("0 to 65535");
    }
}
