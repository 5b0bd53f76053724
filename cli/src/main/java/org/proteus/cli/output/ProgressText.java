package org.proteus.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;

/** The words of a progress display: counts, rate, time left, workers. Not thread-safe. */
final class ProgressText {

    private final RecentRate rate = new RecentRate();

    String of(JobView job, Instant now) {
        Optional<Double> perSecond = rate.update(now, job.endedElements());
        StringBuilder text = new StringBuilder();
        text.append(job.endedElements()).append('/').append(job.total());
        text.append(job.listed() ? "" : "+");
        failed(job).ifPresent(failed -> text.append(", ").append(failed).append(" not done"));
        // What is cancelled ends at once, which is no rate of work.
        Optional<Double> working = perSecond.filter(_ -> job.state() == JobState.RUNNING);
        working.ifPresent(value -> text.append(", ").append(Amounts.rate(value)));
        working.flatMap(value -> left(job, value)).ifPresent(text::append);
        text.append(", ").append(job.workers());
        text.append(job.workers() == 1 ? " worker" : " workers");
        switch (job.state()) {
            case PAUSED -> text.append(", paused");
            case CANCELLING -> text.append(", cancelling");
            case RUNNING, ENDED, FAILED -> {}
        }
        if (!job.waitingFor().isEmpty()) {
            text.append(", waits: ").append(job.waitingFor());
        }
        return text.toString();
    }

    private static Optional<Long> failed(JobView job) {
        long failed = job.count(ElementState.REFUSED) + job.count(ElementState.QUARANTINED);
        return failed == 0 ? Optional.empty() : Optional.of(failed);
    }

    private static Optional<String> left(JobView job, double perSecond) {
        long open = job.total() - job.endedElements();
        if (!job.listed() || open == 0) {
            return Optional.empty();
        }
        Duration left = Duration.ofSeconds(Math.round(open / perSecond));
        return Optional.of(", " + Amounts.duration(left) + " left");
    }
}
