package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** What workers that were lost left in a sink goes with whoever has the task after them. */
class WorkerLeftoversTest {

    @TempDir Path folder;

    @Test
    void anElementThatEndsWithoutAResultLeavesNothingOfItsEarlierLeases() throws Exception {
        try (WorkerFixture fixture = new WorkerFixture(folder)) {
            for (int token : new int[] {1, 2, 4}) {
                Files.writeString(fixture.out.resolve(".proteus-job-1-" + token), "half");
            }
            Problem problem = Problem.of(ErrorCode.NO_PATH, "no way");
            fixture.queue.planner = request -> new PlanReply.Refuse(problem);
            fixture.queue.offer(thirdLease(fixture));
            fixture.start();

            await().until(() -> fixture.queue.releases.size() == 1);
            assertThat(fixture.queue.releases.getFirst().outcome())
                    .isEqualTo(Release.Outcome.REFUSED);
            // The fourth lease, which others may have, is none of this worker's business.
            assertThat(fixture.sinkNames()).containsExactly(".proteus-job-1-4");
        }
    }

    private static Lease thirdLease(WorkerFixture fixture) throws Exception {
        Lease first = fixture.file(1, "a.txt", "hello");
        Destination third =
                new Destination.Stored(
                        fixture.out.toUri().toString(),
                        ".proteus-job-1-3",
                        "result 1.txt",
                        Optional.empty());
        return WorkerFixture.lease(1, "a.txt", first.content().orElseThrow(), third, true);
    }
}
