package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.testkit.NeedsTool;

/** Two services on one PostgreSQL are one: what is told to one of them holds at the other. */
@NeedsTool(command = "convert", apt = "imagemagick")
@Execution(ExecutionMode.CONCURRENT)
final class SharedDatabaseIT {

    private static final String PGM = "image/x-portable-graymap";

    @TempDir private Path folder;

    private ProteusHome home;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
        postgres = EmbeddedPostgres.start();
        Samples.picture(home.folder("in").resolve("p.ppm"), 16, 1);
    }

    @AfterEach
    void close() throws IOException {
        postgres.close();
    }

    @Test
    void whatIsPublishedAtOneRunsAtTheOtherAndIsWithdrawnAtBoth() throws IOException {
        try (RunningService one = service("one");
                RunningService other = service("other")) {
            publish(one, "one", "1.0");
            awaitVersion(other, "1.0");
            JobView job = other.submit(home.path("in"), PGM, home.path("out"));
            assertThat(other.awaitEnd(job.id()).count(ElementState.DONE)).isEqualTo(1);
            assertThat(one.job(job.id()).state()).isEqualTo(other.job(job.id()).state());
            assertThat(Files.readAllBytes(home.path("out/p.pgm"))).startsWith('P', '5');

            publish(other, "other", "2.0");
            awaitVersion(one, "2.0");
            Outcome withdrawn = programs(one, "one", "withdraw", "pgm");
            assertThat(withdrawn.exit()).as(withdrawn.all()).isZero();
            await().atMost(RunningService.LONG)
                    .until(
                            () -> other.get("plans?from=ppm&to=" + PGM).path("code").asText(),
                            "NO_PATH"::equals);
            assertThat(one.stop().exit()).isZero();
            assertThat(other.stop().exit()).isZero();
        }
    }

    private RunningService service(String data) {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        return RunningService.start(
                home, data, Map.of("PROTEUS_COORDINATOR_DATABASE", url), "--workers", "1");
    }

    private static String document(String version) {
        return """
        <gDTSTransformationProgram id="pgm" version="%s">
          <Transformer><Class>org.proteus.programs.image.ImageMagick</Class></Transformer>
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
                .formatted(version);
    }

    private void publish(RunningService service, String data, String version) throws IOException {
        Files.writeString(home.path("pgm.xml"), document(version));
        Outcome published = programs(service, data, "publish", "pgm.xml");
        assertThat(published.exit()).as(published.all()).isZero();
    }

    private Outcome programs(RunningService service, String data, String verb, String what) {
        return home.run(
                "programs",
                verb,
                what,
                "--server",
                service.address().toString(),
                "--token-file",
                home.path(data + "/operator.token").toString());
    }

    private static void awaitVersion(RunningService service, String version) {
        await().atMost(RunningService.LONG)
                .until(
                        () -> service.get("programs/pgm"),
                        program ->
                                program.path("state").asText().equals("RUNNABLE")
                                        && program.at("/program/version").asText().equals(version));
    }
}
