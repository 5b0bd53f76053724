package org.proteus.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * How a worker works.
 *
 * @param id its id, unique among the workers of a coordinator; letters, digits, dot, dash,
 *     underscore
 * @param pool pool it belongs to, for example {@code local}
 * @param host name of its machine
 * @param slots steps it runs at once; 1 to 1024
 * @param workFolder folder for its intermediate files, made absolute, created when it is not there;
 *     this worker's alone while it runs, and emptied
 * @param drainTime how long a worker that is told to end by a signal lets running tasks go on
 *     before it gives them back
 * @param roots named {@code file:} roots that it mounts; {@code *} stands for all
 * @param version version of Proteus
 */
public record WorkerSettings(
        String id,
        String pool,
        String host,
        int slots,
        Path workFolder,
        Duration drainTime,
        List<String> roots,
        String version) {

    private static final int MOST_SLOTS = 1024;

    /**
     * @throws ProteusException with {@code BAD_REQUEST}, naming every value that is out of range
     */
    public WorkerSettings {
        roots = List.copyOf(roots);
        // Programs run in folders of their own, where a relative path would lead elsewhere.
        workFolder = workFolder.toAbsolutePath().normalize();
        List<String> wrong = new ArrayList<>();
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            wrong.add("worker.id must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        if (pool.isBlank()) {
            wrong.add("worker.pool must not be empty");
        }
        if (slots < 1 || slots > MOST_SLOTS) {
            wrong.add("worker.slots must be 1 to " + MOST_SLOTS + ", found " + slots);
        }
        if (drainTime.isNegative()) {
            wrong.add("worker.drain-time must be 0s or more, found " + drainTime);
        }
        if (!wrong.isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST, String.join("; ", wrong), "correct the settings");
        }
    }
}
