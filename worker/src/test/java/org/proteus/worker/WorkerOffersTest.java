package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.PublishedPrograms;

/** What a worker says it can run. */
class WorkerOffersTest {

    @TempDir Path folder;
    private WorkerFixture fixture;
    private FakeQueue queue;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new WorkerFixture(folder);
        queue = fixture.queue;
    }

    @AfterEach
    void end() throws IOException {
        fixture.close();
        assertThat(fixture.leftInWork()).isEmpty();
    }

    @Test
    void whatIsPublishedIsOfferedWithTheNextHeartbeatAndOnlyOnce() throws Exception {
        fixture.start();
        await().until(() -> queue.heartbeats.size() > 1);
        assertThat(queue.offers).isEmpty();

        queue.newest = new PublishedPrograms(7, List.of(published("thumbs")));
        await().until(() -> !queue.offers.isEmpty());
        int beats = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > beats + 2);
        assertThat(queue.offers).hasSize(1);
        assertThat(queue.offers.getFirst().offers())
                .extracting(ProgramOffer::program)
                .containsExactly("test", "thumbs");
        assertThat(queue.registrations).hasSize(1);

        queue.breakDown("programs", ErrorCode.UNAVAILABLE);
        queue.newest = new PublishedPrograms(8, List.of());
        int more = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > more + 2);
        queue.repair();
        await().until(() -> queue.offers.size() == 2);
        assertThat(queue.offers.getLast().offers())
                .extracting(ProgramOffer::program)
                .containsExactly("test");

        queue.newest = new PublishedPrograms(9, List.of(published("thumbs")));
        await().until(() -> queue.offers.size() == 3);
        queue.knows = false;
        await().until(() -> queue.registrations.size() == 2);
        assertThat(queue.registrations.getLast().offers())
                .extracting(ProgramOffer::program)
                .containsExactly("test", "thumbs");
    }

    private static TransformationProgram published(String id) {
        return new TransformationProgram(
                id,
                "1",
                "",
                List.of(),
                Optional.of("a.B"),
                List.of(),
                List.of(),
                false,
                "sum-" + id);
    }
}
