package org.proteus.coordinator.jobs;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.SubmissionRows;
import org.proteus.coordinator.store.SubmissionRows.Submission;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Lets the same idempotency key give the same job, whoever asks at once. Thread-safe. */
final class Submissions {

    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    private final Database database;

    Submissions(Database database) {
        this.database = database;
    }

    /**
     * Returns the job that a key gave already.
     *
     * @param print print of the request that comes with the key now
     * @throws ProteusException with {@code BAD_REQUEST} if it can be no key, {@code CONFLICT} if it
     *     was used for another request
     */
    Optional<String> known(Optional<String> key, String print) {
        key.ifPresent(Submissions::requireKey);
        return key.flatMap(text -> database.read(handle -> SubmissionRows.find(handle, text)))
                .map(earlier -> same(earlier, print).job());
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the idempotency key is empty, too long or has other characters",
                    "send 1 to 255 printable ASCII characters, for example a random UUID");
        }
    }

    private static Submission same(Submission earlier, String print) {
        if (!earlier.print().equals(print)) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "the idempotency key was used for another request, which gave job "
                            + earlier.job(),
                    "send a fresh key with each new request");
        }
        return earlier;
    }

    /** Stores a submission together with its key; returns the job, which may be another's. */
    String once(Optional<String> key, String print, Function<Handle, String> work) {
        if (key.isEmpty()) {
            return database.write(work);
        }
        return database.writeUnlessTaken(handle -> stored(handle, key.get(), print, work))
                .or(() -> known(key, print))
                .orElseThrow(() -> new IllegalStateException("a job has a key twice"));
    }

    private static String stored(
            Handle handle, String key, String print, Function<Handle, String> work) {
        String job = work.apply(handle);
        SubmissionRows.insert(handle, key, new Submission(print, job));
        return job;
    }
}
