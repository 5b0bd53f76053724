package org.proteus.programs.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.proteus.programs.ProgressListener;

/** Sends progress to the worker, not more often than anyone looks at it. */
final class FrameProgress implements ProgressListener {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Sender sender;
    private long last = System.nanoTime() - BETWEEN.toNanos();

    /** Sends a reply. */
    @FunctionalInterface
    interface Sender {
        void send(HostReply reply) throws IOException;
    }

    FrameProgress(Sender sender) {
        this.sender = sender;
    }

    @Override
    public synchronized void progress(long done, long total, String measure) {
        long now = System.nanoTime();
        if (now - last < BETWEEN.toNanos()) {
            return;
        }
        last = now;
        try {
            sender.send(new HostReply.Progress(done, total, measure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
