package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.testkit.NeedsTool;

/** Workers that are killed cost an attempt, nothing else. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Isolated("it kills what works")
final class KilledWorkersIT {

    private static final int OBJECTS = 40;
    private static final int SIDE = 600;
    private static final int MOST_KILLS = 5;
    private static final int FEWEST_KILLS = 2;

    @TempDir private Path folder;

    private final Random random = new Random(20261122);

    @Test
    void everyObjectArrivesOnceWhenWorkersAreKilled() throws Exception {
        ProteusHome home = new ProteusHome(folder);
        Path source = Samples.pictures(home.folder("in"), OBJECTS, SIDE);
        Path sink = home.folder("sink");
        try (RunningService service = RunningService.start(home, "--workers", "2")) {
            JobView job = service.submit(source, "png", sink);
            Set<String> killed = new HashSet<>();
            long ended = 1;
            while (killed.size() < MOST_KILLS && isBusyAfter(service, job.id(), ended)) {
                killOneThatWorks(service).ifPresent(killed::add);
                ended = service.job(job.id()).endedElements() + random.nextInt(4);
            }
            JobView end = service.awaitEnd(job.id());

            assertThat(killed).hasSizeGreaterThanOrEqualTo(FEWEST_KILLS);
            assertThat(end.allDone()).as(end.toString()).isTrue();
            List<ElementView> elements = service.elements(job.id());
            JobInvariants.holdExactlyOnce(elements, OBJECTS, sink);
            List<AttemptView> lost = JobInvariants.attempts(elements, "lost");
            assertThat(lost).isNotEmpty().allMatch(attempt -> killed.contains(attempt.worker()));
            assertThat(JobInvariants.attempts(elements, "failed")).isEmpty();
            assertThat(service.stop().exit()).isZero();
        }
    }

    /** Waits for a moment after so many elements have ended; false when the job ended first. */
    private static boolean isBusyAfter(RunningService service, String job, long ended) {
        await().atMost(RunningService.LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        service.job(job).state().isFinal()
                                || (service.job(job).endedElements() >= ended
                                        && !busy(service).isEmpty()));
        return !service.job(job).state().isFinal();
    }

    /** Kills a worker that holds a task, if one still does, and returns its id. */
    private Optional<String> killOneThatWorks(RunningService service) {
        List<String> busy = busy(service);
        if (busy.isEmpty()) {
            return Optional.empty();
        }
        String chosen = busy.get(random.nextInt(busy.size()));
        ProcessHandle worker = process(service, chosen);
        worker.destroyForcibly();
        worker.onExit().join();
        return Optional.of(chosen);
    }

    private static List<String> busy(RunningService service) {
        return service.get("workers")
                .valueStream()
                .filter(worker -> !worker.path("tasks").isEmpty())
                .map(worker -> worker.path("id").asText())
                .filter(id -> service.process().workers().stream().anyMatch(w -> is(w, id)))
                .toList();
    }

    private static ProcessHandle process(RunningService service, String id) {
        return service.process().workers().stream().filter(w -> is(w, id)).findAny().orElseThrow();
    }

    private static boolean is(ProcessHandle worker, String id) {
        return ProteusProcess.hasArgument(worker, id);
    }
}
