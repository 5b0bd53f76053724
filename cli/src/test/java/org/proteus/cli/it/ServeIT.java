package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The service and the commands that talk to it. */
@Execution(ExecutionMode.CONCURRENT)
final class ServeIT {

    private static final String HTML = "<html><body><p>Hello there</p></body></html>";

    @TempDir private Path folder;

    private ProteusHome home;
    private Path source;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
        source = home.folder("in");
        Files.writeString(source.resolve("a.html"), HTML);
    }

    @Test
    void transformsAtOnceRefusesASecondOfItsKindAndEndsCleanly() throws IOException {
        try (RunningService service = RunningService.start(home, "--workers", "1")) {
            HttpResponse<byte[]> answer = service.transform(source.resolve("a.html"), "txt");
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            assertThat(answer.statusCode()).as(text).isEqualTo(200);
            assertThat(text).contains("Hello there");

            assertThat(home.environment("--supervised"))
                    .contains("XDG_STATE_HOME")
                    .doesNotContain("PROTEUS_COORDINATOR_");

            String port = Integer.toString(service.address().getPort());
            Outcome samePort = home.run("serve", "--port", port, "--data", "other");
            assertThat(samePort.exit()).as(samePort.all()).isEqualTo(1);
            assertThat(samePort.err()).contains(port).doesNotContain("\tat ");
            Outcome sameData = home.run("serve", "--port", "0", "--data", "service");
            assertThat(sameData.exit()).as(sameData.all()).isEqualTo(1);
            assertThat(sameData.err()).contains("service").doesNotContain("\tat ");

            Outcome end = service.stop();
            assertThat(end.exit()).as(end.all()).isZero();
            assertThat(end.all()).doesNotContain("ERROR", "\tat ");
        }
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void commandsTalkToIt() throws IOException {
        Files.createFile(source.resolve("empty.html"));
        try (RunningService service = RunningService.start(home, "--workers", "1")) {
            String server = service.address().toString();
            Outcome detached =
                    home.run(
                            "transform",
                            "--server",
                            server,
                            "--detach",
                            "--from",
                            "in",
                            "--to",
                            "txt",
                            "--into",
                            "out");
            assertThat(detached.exit()).as(detached.all()).isZero();
            String id = detached.out().strip();

            Outcome waited = home.run("jobs", "wait", id, "--server", server, "--json");
            assertThat(waited.exit()).as(waited.all()).isEqualTo(3);
            assertThat(waited.json().at("/job/counts/DONE").asInt()).isEqualTo(1);
            assertThat(home.path("out/a.txt")).content().contains("Hello there");

            assertThat(home.run("jobs", "list", "--server", server).out()).contains(id, "1 DONE");
            Outcome shown = home.run("jobs", "show", id, "--server", server);
            assertThat(shown.all()).contains(id, "text/plain", "empty.html");
            Outcome chart = home.run("jobs", "scaling", id, "--server", server);
            assertThat(chart.out().lines().count()).as(chart.all()).isGreaterThan(2);
            assertThat(chart.out()).startsWith("at,rate,error,");
            Outcome cancelled = home.run("jobs", "cancel", id, "--server", server);
            assertThat(cancelled.exit()).as(cancelled.all()).isZero();

            Files.writeString(source.resolve("empty.html"), HTML);
            assertThat(home.run("jobs", "retry", id, "--server", server).exit()).isZero();
            service.awaitEnd(id);

            Outcome unknown = home.run("jobs", "show", "nothere", "--server", server);
            assertThat(unknown.exit()).as(unknown.all()).isEqualTo(2);
            assertThat(unknown.err()).contains("nothere");
            asksTheCatalogue(server);
            assertThat(service.stop().exit()).isZero();
        }
    }

    private void asksTheCatalogue(String server) {
        JsonNode programs = home.run("programs", "list", "--server", server, "--json").json();
        assertThat(programs.findValuesAsText("id")).contains("tika", "imagemagick");
        Outcome program = home.run("programs", "show", "tika", "--server", server);
        assertThat(program.all()).contains("tika", "text/plain");
        Outcome plan = home.run("plan", "in/a.html", "text/plain", "--server", server, "--json");
        assertThat(plan.exit()).as(plan.all()).isZero();
        assertThat(plan.json().toString()).contains("tika");
    }

    @Test
    void aJobWhoseAnswerGotLostIsNotSubmittedTwice() throws IOException {
        try (RunningService service = RunningService.start(home, "--workers", "1");
                BreakingProxy proxy = new BreakingProxy(service.address(), 2)) {
            Outcome detached =
                    home.run(
                            "transform",
                            "--server",
                            proxy.address().toString(),
                            "--detach",
                            "--from",
                            "in",
                            "--to",
                            "txt",
                            "--into",
                            "out");

            assertThat(detached.exit()).as(detached.all()).isZero();
            assertThat(proxy.cutsLeft()).isZero();
            assertThat(service.get("jobs").at("/items").findValuesAsText("id"))
                    .containsExactly(detached.out().strip());
            service.awaitEnd(detached.out().strip());
            assertThat(service.stop().exit()).isZero();
        }
    }

    @Test
    void aServerThatIsNotThereIsTold() {
        Outcome outcome = home.run("jobs", "list", "--server", "http://127.0.0.1:1");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(1);
        assertThat(outcome.err()).contains("http://127.0.0.1:1").doesNotContain("\tat ");
    }

    @Test
    void aWorkerOfItsOwnTakesTasksAndAWrongTokenEndsClearly() throws IOException {
        Path none = Files.writeString(home.path("none.yaml"), "workers: {idle: 0}\n");
        try (RunningService service = RunningService.start(home, "--config", none.toString())) {
            String address = service.address().toString();
            Path wrong = Files.writeString(home.path("wrong"), "0".repeat(64) + "\n");
            Files.setPosixFilePermissions(wrong, PosixFilePermissions.fromString("rw-------"));
            Outcome refused = home.run("worker", "--coordinator", address, "--token-file", "wrong");
            assertThat(refused.exit()).as(refused.all()).isEqualTo(1);
            assertThat(refused.err()).contains("token").doesNotContain("\tat ");

            String token = home.path("service/worker.token").toString();
            try (ProteusProcess worker =
                    home.start(
                            "worker",
                            "--coordinator",
                            address,
                            "--token-file",
                            token,
                            "--id",
                            "extra",
                            "--slots",
                            "1")) {
                await().atMost(RunningService.LONG)
                        .until(() ->
                                service.get("workers").findValuesAsText("id").contains("extra"));
                HttpResponse<byte[]> answer = service.transform(source.resolve("a.html"), "txt");
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .contains("Hello there");
                worker.signal("TERM");
                Outcome end = worker.await();
                assertThat(end.exit()).as(end.all()).isZero();
                assertThat(end.all()).doesNotContain("ERROR", "\tat ");
            }
            assertThat(service.stop().exit()).isZero();
        }
    }
}
