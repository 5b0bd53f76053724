package org.proteus.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Place;

/**
 * A job of small inline objects that already have the type asked for, so that only the queue has
 * work to do.
 */
public final class NoopJob {

    private static final ContentType TEXT = ContentType.of("text", "plain");
    private static final Duration LOOK = Duration.ofSeconds(10);

    /**
     * A job that ended with every element done.
     *
     * @param id of the job
     * @param seconds from its submission to its end
     */
    public record Done(String id, double seconds) {}

    private NoopJob() {}

    /** Returns a request for so many elements. */
    public static JobRequest request(int elements) {
        List<InlineObject> objects =
                IntStream.range(0, elements).mapToObj(NoopJob::object).toList();
        Place inline = Place.of(Place.INLINE);
        return new JobRequest(inline, "text/plain", inline, null, null, null, null, null, objects);
    }

    private static InlineObject object(int number) {
        byte[] content = ("element number " + number + "\n").getBytes(StandardCharsets.UTF_8);
        return new InlineObject("e" + number + ".txt", Optional.of(TEXT), Bytes.of(content));
    }

    /**
     * Submits a job and waits for its end.
     *
     * @throws IllegalStateException if an element is not done
     */
    public static Done run(Jobs jobs, JobRequest request) throws InterruptedException {
        long began = System.nanoTime();
        JobView job = jobs.submit(request);
        while (!job.state().isFinal()) {
            job = jobs.await(job.id(), LOOK);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!job.allDone() || job.total() != request.objects().size()) {
            throw new IllegalStateException("not all done: " + job.counts());
        }
        return new Done(job.id(), seconds);
    }
}
