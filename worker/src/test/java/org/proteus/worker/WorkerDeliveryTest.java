package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.TEXT;
import static org.proteus.worker.WorkerFixture.carried;
import static org.proteus.worker.WorkerFixture.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Release;

/** Where results go, and what becomes of temporary ones. */
class WorkerDeliveryTest {

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
    void aStaleCommitDeletesItsOwnTemporaryObjectOnly() throws Exception {
        Files.writeString(fixture.out.resolve("result 1.txt"), "of another worker");
        queue.makeStale(key(1));
        queue.offer(fixture.file(1, "a.txt", "hello"));
        fixture.start();

        await().until(() -> queue.commits.size() == 1);
        await().untilAsserted(
                        () -> assertThat(fixture.sinkNames()).containsExactly("result 1.txt"));
        assertThat(fixture.result(1)).isEqualTo("of another worker");
        assertThat(queue.published).isEmpty();
        assertThat(queue.releases).isEmpty();
    }

    @Test
    void heldContentIsExchanged() throws Exception {
        fixture.exchanged.put(key(1), "held".getBytes(StandardCharsets.UTF_8));
        Destination returned = new Destination.Returned(2, 100);
        queue.offer(
                WorkerFixture.lease(1, "n", new Content.Held(4), returned, false),
                WorkerFixture.lease(2, "n", carried("x".repeat(101)), returned, false));
        fixture.start();

        await().until(() -> queue.commits.size() == 1 && queue.releases.size() == 1);
        assertThat(queue.commits.getFirst().carried()).isEmpty();
        assertThat(new String(fixture.exchanged.get(key(1)), StandardCharsets.UTF_8))
                .isEqualTo("HELD");
        assertThat(queue.releaseOf(key(2)).problem().code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(queue.releaseOf(key(2)).outcome()).isEqualTo(Release.Outcome.REFUSED);
    }

    @Test
    void aPublishLeasePublishesAndTellsWhenThereIsNothing() throws Exception {
        Files.writeString(fixture.out.resolve(".proteus-job-1-1"), "done before");
        queue.offer(publish(1, 11), publish(2, 7));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)) && queue.releases.size() == 1);
        assertThat(fixture.result(1)).isEqualTo("done before");
        assertThat(queue.releaseOf(key(2)).outcome()).isEqualTo(Release.Outcome.TEMPORARY_GONE);
        assertThat(queue.published).containsExactly(key(1));
    }

    private Lease publish(int number, long size) {
        return new Lease(
                key(number),
                Lease.Work.PUBLISH,
                "x",
                Optional.empty(),
                Optional.of(new Content.Prepared(size)),
                List.of(),
                fixture.stored(number),
                TEXT,
                Map.of(),
                true,
                false);
    }
}
