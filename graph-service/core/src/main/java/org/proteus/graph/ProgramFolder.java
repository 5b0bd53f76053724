package org.proteus.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The site's own program documents: the files {@code *.xml} of a folder, which is looked at again
 * and again. A document that breaks keeps its last good version; one that goes takes its program
 * along. Looking, rather than being told, also works on network drives.
 */
public final class ProgramFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramFolder.class);

    private record Version(FileTime modified, long size, Object file) {}

    private record Document(
            Version version, Optional<TransformationProgram> program, Optional<Problem> problem) {}

    private final Path folder;
    private final ProgramRegistry registry;
    private final Thread watcher;
    private Map<Path, Document> documents = new TreeMap<>();
    private volatile List<Problem> problems = List.of();

    /**
     * Reads the folder, then goes on looking at it in a thread of its own until closed.
     *
     * @param folder folder of the documents; one that does not exist has none
     * @param interval how long to wait between two looks
     */
    public ProgramFolder(Path folder, ProgramRegistry registry, Duration interval) {
        this.folder = folder;
        this.registry = registry;
        look();
        watcher =
                Thread.ofVirtual()
                        .name("programs-folder")
                        .start(() -> {
                            while (waited(interval)) {
                                look();
                            }
                        });
    }

    /** Returns what is wrong with the documents now; empty when nothing is. */
    public List<Problem> problems() {
        return problems;
    }

    /** Stops looking. The programs stay as they are. */
    @Override
    public void close() {
        watcher.interrupt();
    }

    private static boolean waited(Duration interval) {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void look() {
        try {
            Map<Path, Document> now = new TreeMap<>();
            for (Path file : files()) {
                now.put(file, read(file, documents.get(file)));
            }
            if (!now.equals(documents)) {
                documents = now;
                publish();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("folder of programs {} cannot be read; programs stay as they are", folder, e);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static Document read(Path file, Document before) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        Version version =
                new Version(
                        found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey()));
        if (before != null && before.version.equals(version)) {
            return before;
        }
        try {
            TransformationProgram program = ProgramDocuments.read(file);
            LOG.info("program {} {} read from {}", program.id(), program.version(), file);
            return new Document(version, Optional.of(program), Optional.empty());
        } catch (ProteusException e) {
            Optional<TransformationProgram> good =
                    before == null ? Optional.empty() : before.program;
            LOG.warn(
                    "{}{}",
                    e.problem().text(),
                    good.isPresent() ? "; its last good version stays" : "");
            return new Document(version, good, Optional.of(e.problem()));
        }
    }

    private void publish() {
        List<TransformationProgram> programs = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        documents.values().forEach(document -> document.program.ifPresent(programs::add));
        documents.values().forEach(document -> document.problem.ifPresent(found::add));
        for (Problem refused : registry.replaceSite(programs)) {
            LOG.warn("{}", refused.text());
            found.add(refused);
        }
        problems = List.copyOf(found);
    }
}
