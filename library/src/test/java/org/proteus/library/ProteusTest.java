package org.proteus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.program.PlanRules;

/** Proteus as another program uses it: real folders, a real program host, no server. */
class ProteusTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;
    private Path in;
    private Path out;

    @BeforeEach
    void fillSource() throws Exception {
        in = Files.createDirectories(folder.resolve("in/below"));
        Files.writeString(in.resolve("a.txt"), "first\n");
        Files.writeString(in.getParent().resolve("b.txt"), "second\n");
        in = in.getParent();
        out = folder.resolve("out");
    }

    @Test
    void objectsArriveTransformedAndAreNotDoneTwice() throws Exception {
        try (Proteus proteus = open()) {
            JobView job = ended(proteus, proteus.jobs().submit(zipping()));
            assertThat(job.allDone()).isTrue();
            assertThat(job.count(ElementState.DONE)).isEqualTo(2);
        }
        try (ZipFile zip = new ZipFile(out.resolve("below/a.zip").toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("a.txt");
        }
        Object before = Files.getAttribute(out.resolve("b.zip"), "unix:ino");
        try (Proteus again = open()) {
            JobView job = ended(again, again.jobs().submitOrResume(zipping()));
            assertThat(job.count(ElementState.DONE)).isEqualTo(2);
            assertThat(elements(again, job))
                    .allSatisfy(element -> assertThat(element.attempts()).hasSize(1));
        }
        assertThat(Files.getAttribute(out.resolve("b.zip"), "unix:ino")).isEqualTo(before);
    }

    @Test
    void oneObjectIsTransformedWhileTheCallerWaits() throws Exception {
        try (Proteus proteus = open()) {
            InstantTransforms.Result result =
                    proteus.instant()
                            .transform(
                                    new InstantTransforms.Request(
                                            "note.txt",
                                            Optional.empty(),
                                            "zip",
                                            Map.of(),
                                            PlanRules.NONE,
                                            Bytes.of("hello\n".getBytes(StandardCharsets.UTF_8))));
            assertThat(result.type().mediaType()).isEqualTo("application/zip");
            assertThat(result.content().size()).isPositive();
        }
    }

    @Test
    void aFolderThatIsOpenElsewhereIsRefused() {
        try (Proteus proteus = open()) {
            assertThat(proteus.catalogue().programs()).isNotEmpty();
            assertThatExceptionOfType(ProteusException.class)
                    .isThrownBy(this::open)
                    .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.IN_USE));
        }
    }

    private Proteus open() {
        return Proteus.open(ProteusSettings.in(folder.resolve("state")).withWorkers(2));
    }

    private JobRequest zipping() {
        return JobRequest.of(in.toUri().toString(), "zip", out.toUri().toString());
    }

    private static JobView ended(Proteus proteus, JobView job) throws InterruptedException {
        JobView ended = proteus.jobs().await(job.id(), PATIENCE);
        assertThat(ended.state().isFinal()).isTrue();
        return ended;
    }

    private static List<ElementView> elements(Proteus proteus, JobView job) {
        return proteus.jobs().elements(job.id(), Optional.empty(), Optional.empty(), 100).items();
    }
}
