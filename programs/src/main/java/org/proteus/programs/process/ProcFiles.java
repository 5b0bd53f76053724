package org.proteus.programs.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Reads {@code /proc} and the like. A process that is gone, or is not ours to look at, reads as
 * empty.
 */
final class ProcFiles {

    private static final String PROC = "/proc/";

    private ProcFiles() {}

    /** Returns the ids of all processes. */
    static long[] processes() {
        String[] names = new File(PROC).list();
        return names == null
                ? new long[0]
                : Stream.of(names)
                        .filter(name -> Character.isDigit(name.charAt(0)))
                        .mapToLong(Long::parseLong)
                        .toArray();
    }

    /** Returns the process id given out last. */
    static long lastGiven() {
        String[] fields = read(PROC + "loadavg").strip().split(" ", -1);
        return fields.length < 5 ? Long.MAX_VALUE : Long.parseLong(fields[4]);
    }

    /** Returns the living children of a process. */
    static LongStream children(long process) {
        String[] threads = new File(PROC + process + "/task").list();
        return threads == null
                ? LongStream.empty()
                : Stream.of(threads)
                        .map(thread -> PROC + process + "/task/" + thread + "/children")
                        .flatMap(file -> Stream.of(read(file).split(" ", -1)))
                        .filter(id -> !id.isBlank())
                        .mapToLong(id -> Long.parseLong(id.strip()));
    }

    /** Returns the variables a process was started with, each ended by a NUL. */
    static String environment(long process) {
        return read(PROC + process + "/environ");
    }

    /** Returns processor time of a process and of its children that ended, in clock ticks. */
    static long ticks(long process) {
        List<String> fields = stat(process);
        return fields.subList(Math.min(11, fields.size()), Math.min(15, fields.size())).stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Returns the session of a process; absent when it has ended, even if nobody noticed yet. */
    static Optional<Long> session(long process) {
        List<String> fields = stat(process);
        return fields.size() < 4 || fields.getFirst().equals("Z")
                ? Optional.empty()
                : Optional.of(Long.valueOf(fields.get(3)));
    }

    /** Returns when a process was started, in clock ticks since boot. */
    static Optional<String> startTime(long process) {
        List<String> fields = stat(process);
        return fields.size() < 20 ? Optional.empty() : Optional.of(fields.get(19));
    }

    /** Returns memory that is the process's own (not that of mapped files), in bytes. */
    static long memory(long process) {
        return read(PROC + process + "/status")
                .lines()
                .filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                .mapToLong(line -> kilobytes(line) * 1024)
                .sum();
    }

    /** Returns the number of a line such as {@code MemTotal: 24576 kB}. */
    static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    /** Returns the fields after the name, which may hold anything. */
    private static List<String> stat(long process) {
        String stat = read(PROC + process + "/stat");
        return stat.isEmpty()
                ? List.of()
                : List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1));
    }

    /**
     * Reads by a plain stream: a channel would close, and read nothing, in an interrupted thread.
     */
    static String read(String file) {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
