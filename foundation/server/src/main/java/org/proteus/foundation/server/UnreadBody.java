package org.proteus.foundation.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What is left of a body when its request is refused. A client that still sends while the
 * connection is closed loses the answer, so the rest is taken in, as far as that does not take
 * long.
 */
final class UnreadBody {

    private static final long MOST_BYTES = 16L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private UnreadBody() {}

    /** Takes the rest in; tells whether it came to the end, so that the connection can go on. */
    static boolean isGone(HttpServletRequest request) {
        if (request.getHeader("Expect") != null) {
            // The client waits for a word before it sends, and shall not get the wrong one.
            return false;
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        byte[] piece = new byte[64 << 10];
        try {
            InputStream body = request.getInputStream();
            for (long taken = 0; taken < MOST_BYTES && System.nanoTime() - end < 0; ) {
                int count = body.read(piece);
                if (count < 0) {
                    return true;
                }
                taken += count;
            }
            return false;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }
}
