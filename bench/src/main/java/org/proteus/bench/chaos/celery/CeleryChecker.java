package org.proteus.bench.chaos.celery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.proteus.bench.chaos.celery.Finding.Kind;
import org.proteus.foundation.model.job.ElementState;

/**
 * Compares what was accepted with the backend, the sinks and the journals.
 *
 * @param statuses what the backend says, by task
 * @param stored how often a task has stored its result, by task
 * @param sink checksums of the files below the folder of the sinks, by path
 */
record CeleryChecker(
        Map<String, String> statuses, Map<String, Integer> stored, Map<String, String> sink) {

    /** Word of the backend for a task that ended well. */
    static final String SUCCESS = "SUCCESS";

    /** Word of the backend for a task that ended badly and is not tried again. */
    static final String FAILURE = "FAILURE";

    /** Returns what is to be said of a task; nothing when all is well. */
    List<Finding> check(CeleryTask task) {
        List<Finding> findings = new ArrayList<>();
        String status = statuses.getOrDefault(task.id(), "unknown");
        String checksum = sink.getOrDefault(task.id(), "");
        int times = stored.getOrDefault(task.id(), 0);
        String seen = "%s is %s, stored %d times".formatted(task.id(), status, times);
        if (times > 1) {
            findings.add(new Finding(Kind.DOUBLED, seen));
        }
        if (!checksum.isEmpty() && !checksum.equals(task.expected().checksum())) {
            findings.add(new Finding(Kind.WRONG, seen + ", with another content"));
        }
        boolean hasResult = !checksum.isEmpty();
        boolean isSound = task.expected().end() == ElementState.DONE;
        switch (status) {
            case SUCCESS -> {
                if (!hasResult) {
                    findings.add(new Finding(Kind.CONTRADICTING, seen + ", without a result"));
                }
            }
            case FAILURE -> {
                if (hasResult) {
                    findings.add(new Finding(Kind.CONTRADICTING, seen + ", with a result"));
                } else if (isSound) {
                    findings.add(new Finding(Kind.FAILED, seen));
                }
            }
            default -> findings.add(new Finding(hasResult ? Kind.UNTOLD : Kind.LOST, seen));
        }
        return findings;
    }

    /** Returns how many of these tasks have no outcome. */
    static long unended(List<CeleryTask> tasks, Map<String, String> statuses) {
        return tasks.stream()
                .map(task -> statuses.getOrDefault(task.id(), "unknown"))
                .filter(status -> !status.equals(SUCCESS) && !status.equals(FAILURE))
                .count();
    }
}
