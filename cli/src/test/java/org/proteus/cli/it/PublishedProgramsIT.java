package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.testkit.NeedsTool;

/** What an operator publishes really runs, on worker processes, and outlives the service. */
@NeedsTool(command = "convert", apt = "imagemagick")
@Execution(ExecutionMode.CONCURRENT)
final class PublishedProgramsIT {

    private static final String PGM = "image/x-portable-graymap";

    @TempDir private Path folder;

    private ProteusHome home;
    private Path source;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
        source = home.folder("in");
        Samples.picture(source.resolve("p.ppm"), 16, 1);
        Files.writeString(home.path("pgm.xml"), document("org.proteus.programs.image.ImageMagick"));
    }

    private static String document(String entryClass) {
        return """
        <gDTSTransformationProgram id="pgm" version="1.0">
          <Transformer><Class>%s</Class></Transformer>
          <TransformationUnits>
            <TransformationUnit id="ppm-to-pgm">
              <Sources><Source><Input id="TRInput0"/><ContentType>
                <Mimetype>image/x-portable-pixmap</Mimetype></ContentType></Source></Sources>
              <Target><Output id="TROutput"/><ContentType>
                <Mimetype>image/x-portable-graymap</Mimetype></ContentType></Target>
            </TransformationUnit>
          </TransformationUnits>
        </gDTSTransformationProgram>
        """
                .formatted(entryClass);
    }

    @Test
    void aPublishedProgramTransformsObjectsUntilItIsWithdrawn() throws IOException {
        String server;
        try (RunningService service = RunningService.start(home, "--workers", "1")) {
            server = service.address().toString();
            assertThat(transform(server, "none").all()).contains("no program gives " + PGM);

            Outcome stranger = home.run("programs", "publish", "pgm.xml", "--server", server);
            assertThat(stranger.exit()).as(stranger.all()).isEqualTo(2);
            assertThat(stranger.err()).contains("--token-file").doesNotContain("\tat ");
            String workers = home.path("service/worker.token").toString();
            Outcome worker = programs(server, workers, "publish", "pgm.xml");
            assertThat(worker.exit()).as(worker.all()).isNotZero();
            assertThat(worker.err()).contains("this token is not known here");

            Outcome published = programs(server, token(), "publish", "pgm.xml");
            assertThat(published.exit()).as(published.all()).isZero();
            awaitRunnable(service);
            Outcome shown = home.run("programs", "show", "pgm", "--server", server);
            assertThat(shown.out()).contains("published, version 1.0, runs as untrusted");

            Outcome done = transform(server, "out");
            assertThat(done.exit()).as(done.all()).isZero();
            assertThat(Files.readAllBytes(home.path("out/p.pgm"))).startsWith('P', '5');
            assertThat(service.stop().exit()).isZero();
        }
        try (RunningService service = RunningService.start(home, "--workers", "1")) {
            server = service.address().toString();
            awaitRunnable(service);
            assertThat(transform(server, "again").exit()).isZero();
            assertThat(home.path("again/p.pgm")).exists();
            Outcome rows =
                    home.run(
                            "programs",
                            "query",
                            "GET TRANSFORMATIONUNIT unitId WHERE origin = 'published'",
                            "--server",
                            server);
            assertThat(rows.out().strip()).isEqualTo("ppm-to-pgm");
            Outcome conflict = programs(server, token(), "withdraw", "pgm", "--expect", "0.9");
            assertThat(conflict.err()).contains("is published in version 1.0");
            assertThat(programs(server, token(), "withdraw", "pgm").exit()).isZero();
            assertThat(programs(server, token(), "versions", "pgm").out())
                    .contains("1.0")
                    .doesNotContain("current");
            assertThat(transform(server, "gone").all()).contains("no program gives " + PGM);
            assertThat(service.stop().exit()).isZero();
        }
    }

    @Test
    void aWorkerRefusesWhatItsOperatorDoesNotTrust() throws IOException {
        Path refuse = Files.writeString(home.path("c.yaml"), "workers: {untrusted: refuse}\n");
        try (RunningService service =
                RunningService.start(home, "--workers", "1", "--config", refuse.toString())) {
            String server = service.address().toString();
            assertThat(programs(server, token(), "publish", "pgm.xml").exit()).isZero();
            await().atMost(RunningService.LONG)
                    .until(() -> program(service).path("reason").asText().contains("published"));
            assertThat(program(service).path("state").asText()).isEqualTo("MISSING");
            assertThat(program(service).path("reason").asText())
                    .isEqualTo("this worker runs no published programs");
            assertThat(service.stop().exit()).isZero();
        }
    }

    @Test
    void withoutAServerTheOwnFolderIsUsedIfThereIsOne() throws IOException {
        Outcome none = home.run("programs", "publish", "pgm.xml");
        assertThat(none.exit()).as(none.all()).isEqualTo(2);
        assertThat(none.err()).contains("--server").contains("config/proteus/programs");

        home.folder("config/proteus/programs");
        Outcome published = home.run("programs", "publish", "pgm.xml");
        assertThat(published.exit()).as(published.all()).isZero();
        assertThat(home.run("programs", "show", "pgm").out()).contains("site, version 1.0");
        Outcome done = home.run("transform", "--from", "in", "--to", PGM, "--into", "out");
        assertThat(done.exit()).as(done.all()).isZero();
        assertThat(home.path("out/p.pgm")).exists();
        assertThat(home.run("programs", "withdraw", "pgm").exit()).isZero();
        assertThat(home.run("programs", "show", "pgm").exit()).isNotZero();
    }

    private String token() {
        return home.path("service/operator.token").toString();
    }

    private Outcome programs(String server, String token, String... arguments) {
        List<String> all = new ArrayList<>(List.of("programs"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--server", server, "--token-file", token));
        return home.run(all.toArray(String[]::new));
    }

    private Outcome transform(String server, String into) {
        return home.run(
                "transform", "--server", server, "--from", "in", "--to", PGM, "--into", into);
    }

    private static JsonNode program(RunningService service) {
        return service.get("programs/pgm");
    }

    private static void awaitRunnable(RunningService service) {
        await().atMost(RunningService.LONG)
                .until(() -> program(service).path("state").asText().equals("RUNNABLE"));
    }
}
