package org.proteus.bench.chaos.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.bench.chaos.check.Violation.Kind;

/** Looks at what is left on the disks and among the processes when all is quiet. */
public final class Survey {

    private static final Set<String> KEPT = Set.of("worker.lock", "lost+found");

    private Survey() {}

    /** Returns the checksums of all files below a sink, by their path in it. */
    public static Map<String, String> sink(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files(folder)) {
            found.put(folder.relativize(file).toString(), Checksums.of(file));
        }
        return found;
    }

    /** Whether a temporary object lies below a folder of sinks. */
    public static boolean holdsTemporaries(Path sinks) throws IOException {
        return files(sinks).stream()
                .anyMatch(file -> file.getFileName().toString().startsWith(".proteus-"));
    }

    /** Finds what lies beside the sinks that are known. */
    public static List<Violation> beside(Path sinks, List<Submitted> jobs) throws IOException {
        Set<Path> known = jobs.stream().map(Submitted::sink).collect(Collectors.toSet());
        try (Stream<Path> entries = Files.list(sinks)) {
            return entries.filter(entry -> !known.contains(entry))
                    .filter(entry -> !KEPT.contains(entry.getFileName().toString()))
                    .map(entry -> new Violation(Kind.STRAY, entry + " belongs to no job"))
                    .toList();
        }
    }

    /** Finds what workers that have ended left in their work folders. */
    public static List<Violation> leftovers(List<Path> workFolders) throws IOException {
        List<Violation> found = new ArrayList<>();
        for (Path folder : workFolders) {
            for (Path file : files(folder)) {
                if (!KEPT.contains(file.getFileName().toString())) {
                    found.add(new Violation(Kind.STRAY, file + " was left behind"));
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file)).toList();
        }
    }

    /** Finds processes that still work in the folders of workers that have ended. */
    public static List<Violation> orphans(List<Path> workFolders) {
        return ProcessHandle.allProcesses()
                .filter(process -> workFolders.stream().anyMatch(folder -> uses(process, folder)))
                .map(process ->
                        new Violation(
                                Kind.STRAY,
                                "process %d still runs: %s"
                                        .formatted(
                                                process.pid(),
                                                process.info().commandLine().orElse("?"))))
                .toList();
    }

    private static boolean uses(ProcessHandle process, Path folder) {
        return process.pid() != ProcessHandle.current().pid()
                && Stream.of("cmdline", "environ")
                        .anyMatch(name -> text(process, name).contains(folder + "/"));
    }

    private static String text(ProcessHandle process, String name) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), name);
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
