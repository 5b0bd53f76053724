package org.proteus.coordinator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.WorkerView;

/**
 * What users do with jobs; every face of the service (REST, SOAP, command line, library) goes
 * through it. Thread-safe. Errors are {@link org.proteus.foundation.model.ProteusException}s:
 * {@code NOT_FOUND} for an id that is not there, {@code BAD_REQUEST} for a request that is wrong,
 * {@code BUSY} when there is no room for another job.
 */
public interface Jobs {

    /**
     * Checks a request completely, then accepts it durably.
     *
     * @param key idempotency key: the same key and request give the same job again, as long as the
     *     job is kept; another request with the key is refused with {@code CONFLICT}
     */
    JobView submit(JobRequest request, Optional<String> key);

    /** Submits a request without a key. */
    default JobView submit(JobRequest request) {
        return submit(request, Optional.empty());
    }

    /**
     * Continues the newest job of the same request, a paused one too; without such a job it is
     * submitted. The source is listed again: what is done stays done unless its object changed;
     * everything else, and what is new, runs. The key is as for {@link #submit(JobRequest,
     * Optional)}.
     */
    JobView submitOrResume(JobRequest request, Optional<String> key);

    /** Continues or submits a request without a key. */
    default JobView submitOrResume(JobRequest request) {
        return submitOrResume(request, Optional.empty());
    }

    /** Returns a job. */
    JobView show(String job);

    /** Returns jobs, newest first; {@code limit} at most 1000. */
    Page<JobView> list(Optional<String> cursor, int limit);

    /**
     * Stops a job; elements that have not ended become {@code CANCELLED}. Repeating is harmless.
     */
    JobView cancel(String job);

    /**
     * Lets nothing of a job begin any more; what is under way ends, and what is committed is
     * published. Repeating is harmless. {@code CONFLICT} for a job that ended or is being
     * cancelled.
     */
    JobView pause(String job);

    /** Lets a paused job go on. Repeating is harmless; otherwise as {@link #pause}. */
    JobView resume(String job);

    /**
     * Removes an ended job now, with everything that belongs to it but the results in its sink.
     * {@code CONFLICT} for one that has not ended.
     */
    void remove(String job);

    /** Lets every quarantined, refused or cancelled element of an ended job run again. */
    JobView retry(String job);

    /** Returns elements in listing order; {@code limit} at most 1000. */
    Page<ElementView> elements(
            String job, Optional<ElementState> state, Optional<String> cursor, int limit);

    /** Returns one element. */
    ElementView element(String job, long seq);

    /** Returns the result of an element whose sink is {@code inline:}. */
    Bytes result(String job, long seq);

    /**
     * Returns the job's log of decisions, oldest first, without the first {@code after} of them.
     * The log only grows: the n-th decision is always the same.
     */
    List<Decision> decisions(String job, long after);

    /** Returns the job's whole log of decisions. */
    default List<Decision> decisions(String job) {
        return decisions(job, 0);
    }

    /** Returns the course of the job's scaling, ready for a chart. */
    ScalingChart scaling(String job);

    /** Returns the live workers. */
    List<WorkerView> workers();

    /**
     * Waits until a job has ended.
     *
     * @return the job as it stands; its state tells whether it ended within the time
     */
    JobView await(String job, Duration atMost) throws InterruptedException;
}
