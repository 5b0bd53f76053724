package org.proteus.bench.chaos.celery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tasks wrote of themselves: each process that runs them has a file of its own, named after
 * its worker, with a line of event, task and time. Thread-safe.
 *
 * @param folder folder of the files
 */
record Journals(Path folder) {

    private static final long JUST_MILLIS = 50;
    private static final int LONGEST_LINE = 200;

    /** Returns how often something happened to each task. */
    Map<String, Integer> counts(String event) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 3);
                if (words[0].equals(event)) {
                    counts.merge(words[1], 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** Returns how many bytes there are, which grows as long as tasks run. */
    long size() throws IOException {
        long size = 0;
        for (Path file : files()) {
            size += Files.size(file);
        }
        return size;
    }

    /** Returns a worker whose last word, a moment ago, was that it has stored an object. */
    Optional<String> justStored() {
        try {
            long since = System.currentTimeMillis() - JUST_MILLIS;
            for (Path file : files()) {
                if (Files.getLastModifiedTime(file).toMillis() >= since
                        && lastLine(file).startsWith("stored ")) {
                    String name = file.getFileName().toString();
                    return Optional.of(name.substring(0, name.indexOf('.')));
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String lastLine(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - LONGEST_LINE));
            ByteBuffer end = ByteBuffer.allocate(LONGEST_LINE);
            channel.read(end);
            String lines = StandardCharsets.US_ASCII.decode(end.flip()).toString().strip();
            return lines.substring(lines.lastIndexOf('\n') + 1);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
