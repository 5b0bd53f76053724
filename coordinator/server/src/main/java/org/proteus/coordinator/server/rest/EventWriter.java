package org.proteus.coordinator.server.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.proteus.foundation.net.WireJson;

/** Writes server-sent events, each at once. Not thread-safe. */
final class EventWriter {

    private final OutputStream out;
    private long wroteAt = System.nanoTime();

    EventWriter(OutputStream out) {
        this.out = out;
    }

    /** Tells the client how long to wait before it connects again. */
    void reconnectAfter(Duration pause) throws IOException {
        write("retry: " + pause.toMillis() + "\n\n");
    }

    /** Writes an event without an id: the last one stays the last. */
    void event(String name, Object data) throws IOException {
        write("event: " + name + "\n" + data(data));
    }

    /** Writes an event with an id. */
    void event(String name, long id, Object data) throws IOException {
        write("event: " + name + "\nid: " + id + "\n" + data(data));
    }

    /** Writes a comment if nothing was written for so long, so that nobody takes it for broken. */
    void heartbeat(Duration silence) throws IOException {
        if (System.nanoTime() - wroteAt >= silence.toNanos()) {
            write(": still here\n\n");
        }
    }

    /** JSON has no line breaks of its own. */
    private static String data(Object data) {
        return "data: " + new String(WireJson.write(data), StandardCharsets.UTF_8) + "\n\n";
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        wroteAt = System.nanoTime();
    }
}
