package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.Coordinator;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.FileAccess;
import org.proteus.coordinator.learning.Learning;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.server.access.AccessToken;
import org.proteus.graph.GraphPlanner;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.UnitStatistics;

/** The SOAP face over a real coordinator with its database, but without workers. */
class SoapJobsTest {

    private static final Pattern JOB = Pattern.compile("JobId[^>]*>([^<]+)<");

    @TempDir Path temp;

    private Coordinator coordinator;
    private CoordinatorServer server;

    private static TransformationProgram program() {
        TransformationUnit unit =
                new TransformationUnit(
                        "draw",
                        List.of(new TypePattern(ContentType.of("text", "plain"), List.of())),
                        new TypePattern(ContentType.of("image", "png"), List.of()),
                        List.of(),
                        List.of(),
                        UnitLimits.NONE,
                        LossClass.LOSSY,
                        0,
                        List.of(),
                        List.of());
        return new TransformationProgram(
                "pencil",
                "1.0",
                "draws text",
                List.of(new SoftwarePackage("pencil", "apt:pencil")),
                Optional.of("test.Pencil"),
                List.of(),
                List.of(unit),
                false,
                "00");
    }

    @BeforeEach
    void start() {
        ProgramRegistry registry = new ProgramRegistry(List.of(program()));
        coordinator =
                Coordinator.open(
                        CoordinatorSettings.service(temp.resolve("state"))
                                .withFiles(FileAccess.ANY),
                        registry,
                        new GraphPlanner(registry, UnitStatistics.NONE),
                        DataHandlers.find(),
                        Learning.inDatabase(new LearnedStatistics()));
        Services services =
                new Services(
                        coordinator.jobs(),
                        coordinator.catalogue(),
                        coordinator.publishing(),
                        coordinator.workers(),
                        coordinator.measured(),
                        coordinator.instant(),
                        coordinator.queue(),
                        coordinator.exchange(),
                        coordinator.nodes(),
                        Optional.empty());
        server =
                CoordinatorServer.start(
                        ServerSettings.on("127.0.0.1", 0),
                        services,
                        AccessToken.of(AccessToken.Role.WORKER, RunningServer.TOKEN),
                        AccessToken.of(AccessToken.Role.OPERATOR, RunningServer.OPERATOR));
    }

    @AfterEach
    void stop() {
        server.close();
        coordinator.close();
    }

    private String create(String input) throws Exception {
        return create(input, "");
    }

    private String create(String input, String more) throws Exception {
        return call(
                "/soap/transformation",
                "",
                """
                <p:createTransformation><p:input><p:type>File</p:type><p:value>%s</p:value></p:input>
                <p:targetContentType>png</p:targetContentType>
                <p:output><p:type>File</p:type><p:value>%s</p:value></p:output>
                %s</p:createTransformation>
                """
                        .formatted(input, temp.resolve("out"), more));
    }

    private String paired(String pairing) throws Exception {
        Path in = temp.resolve("in");
        Files.createDirectories(in);
        for (String name : List.of("a.txt", "a.note", "b.txt")) {
            Files.writeString(in.resolve(name), name);
        }
        return call(
                "/soap/transformation",
                "",
                """
                <p:transformData><p:input><p:type>File</p:type><p:value>%s</p:value></p:input>
                <p:targetContentType>png</p:targetContentType>
                <p:output><p:type>File</p:type><p:value>%s</p:value></p:output>
                <p:createReport>true</p:createReport><p:wait>2</p:wait>
                <p:pairing>%s</p:pairing></p:transformData>
                """
                        .formatted(in, temp.resolve("out"), pairing));
    }

    @Test
    void putsObjectsTogether() throws Exception {
        assertThat(paired("<p:pattern>{n}.txt</p:pattern><p:pattern>{n}.note</p:pattern>"))
                .contains("<name>a.txt</name><partner>a.note</partner>")
                .contains("<name>b.txt</name>", "the source holds no 'b.note'");
        String guide = Files.readString(Path.of("..", "..", "docs", "pairs.md"));
        String shown = guide.replaceFirst("(?s).*```xml\\s+<p:pairing>(.*?)</p:pairing>.*", "$1");
        assertThat(shown).startsWith("<p:pattern>");
        assertThat(paired(shown)).contains("its name fits no pattern of the pairing");
        assertThat(paired("<p:order>2</p:order>"))
                .contains("<name>a.note</name><partner>a.txt</partner>")
                .contains("the last group of its folder has 1 of 2 objects");
        assertThat(paired("<p:manifest>list.csv</p:manifest>"))
                .contains("holds no manifest 'list.csv'");
        assertThat(paired("<p:pattern>{n}.txt</p:pattern><p:pattern>{m}.note</p:pattern>"))
                .contains("<p:code>BAD_REQUEST<", "has a placeholder that the first one");
        assertThat(paired("<p:order>1</p:order>")).contains("Fault").doesNotContain("jobId");
    }

    private String call(String path, String header, String body) throws Exception {
        String message =
                """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="urn:proteus:soap:1">
                <e:Header>%s</e:Header><e:Body>%s</e:Body></e:Envelope>
                """
                        .formatted(header, body);
        URI there = server.uri().resolve(path);
        HttpRequest request =
                HttpRequest.newBuilder(there)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .POST(BodyPublishers.ofString(message))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void pausesAndResumesAJob() throws Exception {
        Path in = Files.createDirectory(temp.resolve("in"));
        Files.writeString(in.resolve("a.txt"), "a");
        String header = "<p:JobId>" + jobOf(create(in.toString())) + "</p:JobId>";

        assertThat(call("/soap/job", header, "<p:pause/>")).contains("pauseResponse", ">PAUSED<");
        assertThat(call("/soap/job", header, "<p:getStatus/>")).contains(">PAUSED<");
        assertThat(call("/soap/job", header, "<p:resume/>"))
                .contains("resumeResponse", ">RUNNING<");
        assertThat(call("/soap/job", "<p:JobId>none</p:JobId>", "<p:pause/>"))
                .contains("<p:code>NOT_FOUND<");
    }

    @Test
    void takesPriorityDeadlineAndKey() throws Exception {
        Path in = Files.createDirectory(temp.resolve("in"));
        Files.writeString(in.resolve("a.txt"), "a");
        Instant deadline = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        String given =
                """
                <p:priority>8</p:priority><p:deadline>%s</p:deadline>
                <p:idempotencyKey>k1</p:idempotencyKey>
                """
                        .formatted(deadline);

        String id = jobOf(create(in.toString(), given));
        assertThat(jobOf(create(in.toString(), given))).isEqualTo(id);
        JobView job = coordinator.jobs().show(id);
        assertThat(job.priority()).isEqualTo(8);
        assertThat(job.deadline()).contains(deadline);
        assertThat(create(in.toString(), "<p:idempotencyKey>k1</p:idempotencyKey>"))
                .contains("<p:code>CONFLICT<");
        assertThat(create(in.toString(), "<p:deadline>2027-01-31T18:00:00</p:deadline>"))
                .contains("<p:code>BAD_REQUEST<", "has no time zone");
        assertThat(create(in.toString(), "<p:deadline>2001-01-31T18:00:00Z</p:deadline>"))
                .contains("<p:code>BAD_REQUEST<");
        assertThat(create(in.toString(), "<p:priority>10</p:priority>"))
                .contains("Fault")
                .doesNotContain("JobId");
    }

    private static String jobOf(String answer) {
        Matcher id = JOB.matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        return id.group(1);
    }

    @Test
    void startsWatchesAndCancelsAJob() throws Exception {
        Path in = Files.createDirectory(temp.resolve("in"));
        Files.writeString(in.resolve("a.txt"), "a");
        String id = jobOf(create(in.toString()));
        String header = "<p:JobId>" + id + "</p:JobId>";

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(call("/soap/job", header, "<p:getStatus/>"))
                                .contains("RUNNING", "<listed>true<", "\">1<"));
        assertThat(call("/soap/job", header, "<p:cancel/>")).contains("cancelResponse");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(call("/soap/job", header, "<p:getStatus/>"))
                                .contains("ENDED", "\"CANCELLED\">1<"));
        assertThat(coordinator.jobs().show(id).state().isFinal()).isTrue();
    }

    @Test
    void saysWhatTheCoordinatorRefuses() throws Exception {
        String unknown =
                "<p:findAvailableTargetContentTypes><p:sourceType>nonsense//</p:sourceType>"
                        + "</p:findAvailableTargetContentTypes>";
        assertThat(call("/soap/transformation", "", unknown)).contains("<p:code>UNKNOWN_TYPE<");
        assertThat(call("/soap/transformation", "", units("image/png", "text/plain")))
                .contains("<p:code>NO_PATH<");
        assertThat(create("/no/such/folder")).contains("ProteusFault").doesNotContain("INTERNAL");
    }

    @Test
    void namesTheUnitsOfTheGraph() throws Exception {
        assertThat(call("/soap/transformation", "", units("txt", "png")))
                .contains(">pencil</", ">draw</", "missingProgram");
    }

    private static String units(String source, String target) {
        return """
        <p:findApplicableTransformationUnits><p:sourceType>%s</p:sourceType>
        <p:targetType>%s</p:targetType></p:findApplicableTransformationUnits>
        """
                .formatted(source, target);
    }
}
