package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Starts members again that ended by themselves, as a machine's own service manager does. */
final class Supervisor implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;

    private final List<Member> members;
    private final Thread thread = Thread.ofVirtual().name("supervisor").unstarted(this::run);

    Supervisor(List<Member> members) {
        this.members = members;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                for (Member member : members) {
                    member.look();
                }
            }
        } catch (InterruptedException ended) {
            return;
        } catch (IOException failed) {
            throw new UncheckedIOException("a member cannot be started", failed);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
