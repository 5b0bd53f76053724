package org.proteus.bench.chaos.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that happened, one JSON document a line. Thread-safe. */
public final class History implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Writer out;

    /** Begins a history in a file. */
    public History(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    /**
     * Adds an event.
     *
     * @param pairs names and values by turns
     */
    public synchronized void add(String event, Object... pairs) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", Instant.now().toString());
        line.put("event", event);
        for (int i = 0; i < pairs.length; i += 2) {
            line.put(pairs[i].toString(), pairs[i + 1]);
        }
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException("the history cannot be written", failed);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
