package org.proteus.cli.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Calls a server again when the connection breaks in the middle. Thread-safe. */
final class Repeated {

    /** Long enough in all for a service to be started again. */
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(8));

    private Repeated() {}

    /**
     * Returns the first answer, whatever it says. A server that cannot be reached at all from the
     * first is not called again.
     */
    static <T> T call(Supplier<T> call) {
        boolean heard = false;
        for (Duration pause : PAUSES) {
            try {
                return call.get();
            } catch (ProteusException failure) {
                boolean refused = failure.getCause() instanceof ConnectException;
                if (!(failure.getCause() instanceof IOException) || (refused && !heard)) {
                    throw failure;
                }
                heard = true;
                sleep(pause);
            }
        }
        return call.get();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProteusException(Problem.of(ErrorCode.CANCELLED, "interrupted"), e);
        }
    }
}
