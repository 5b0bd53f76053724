package org.proteus.programs.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * Reads what a process says without ever holding more than its end. A carriage return ends a line
 * as a line feed does, because progress displays use it. Written by one thread, read by any.
 */
public final class Tail {

    /** Kept for people: some fifty lines. */
    private static final int KEPT_CHARACTERS = 4096;

    private static final int LONGEST_LINE = 4096;

    private final Predicate<String> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Deque<String> kept = new ArrayDeque<>();
    private int keptCharacters;
    private volatile long lastHeard = System.nanoTime();

    /**
     * Creates an empty tail.
     *
     * @param listener hears each line; returns whether the line was nothing but progress and need
     *     not be kept
     */
    public Tail(Predicate<String> listener) {
        this.listener = listener;
    }

    /** Reads until the stream ends or breaks. */
    public void drain(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                lastHeard = System.nanoTime();
                split(buffer, n);
            }
        } catch (IOException e) {
            // The process was killed; what it said so far is all there is.
        }
        endLine();
    }

    /** Returns the end of what was said, lines separated by line feeds, nothing unprintable. */
    public synchronized String words() {
        return String.join("\n", kept);
    }

    /** Forgets what was said. */
    public synchronized void clear() {
        kept.clear();
        keptCharacters = 0;
    }

    /** Returns when something was heard last, as {@link System#nanoTime()}. */
    long lastHeard() {
        return lastHeard;
    }

    private void split(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n' || buffer[i] == '\r' || line.size() == LONGEST_LINE) {
                endLine();
            }
            if (buffer[i] != '\n' && buffer[i] != '\r') {
                line.write(buffer[i]);
            }
        }
    }

    private void endLine() {
        if (line.size() > 0) {
            String text = PlainText.of(line.toString(StandardCharsets.UTF_8));
            line.reset();
            if (!text.isBlank() && !listener.test(text)) {
                keep(text);
            }
        }
    }

    private synchronized void keep(String text) {
        kept.add(text);
        keptCharacters += text.length() + 1;
        while (keptCharacters > KEPT_CHARACTERS && kept.size() > 1) {
            keptCharacters -= kept.remove().length() + 1;
        }
    }
}
