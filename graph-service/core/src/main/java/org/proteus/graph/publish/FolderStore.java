package org.proteus.graph.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * Published documents in a folder that one process holds at a time: {@code <id>/<version>.xml}, and
 * {@code <id>/.history} with what counts. A document is written before the history that names it;
 * one that no history names was never published. Thread-safe.
 */
public final class FolderStore implements ProgramStore, AutoCloseable {

    private static final String HISTORY = ".history";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final InstantSource clock;
    private final FileChannel lock;
    private final Map<String, History> histories = new TreeMap<>();
    private long edition;

    private FolderStore(Path folder, InstantSource clock, FileChannel lock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.lock = lock;
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                readHistory(entry);
            }
        }
        // Only this process counts: it has the folder for itself.
        edition = histories.values().stream().mapToLong(history -> history.versions().size()).sum();
    }

    /**
     * Opens a folder, made when it is not there.
     *
     * @throws ProteusException with {@code IN_USE} if another process has it, with {@code
     *     UNAVAILABLE} if it cannot be used or a history in it is damaged
     */
    public static FolderStore open(Path folder, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                requireLock(channel, folder);
                return new FolderStore(folder, clock, channel);
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException unusable) {
            throw unavailable("the folder of published programs " + folder, unusable);
        }
    }

    private static void requireLock(FileChannel channel, Path folder) throws IOException {
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            held = null;
        }
        if (held == null) {
            throw new ProteusException(
                    ErrorCode.IN_USE,
                    "the folder of published programs " + folder + " is in use",
                    "end the other process first, or name another folder");
        }
    }

    private void readHistory(Path program) throws IOException {
        String id = program.getFileName().toString();
        try {
            Bytes content = Bytes.of(Files.readAllBytes(program.resolve(HISTORY)));
            histories.put(id, History.parse(id, content));
        } catch (NoSuchFileException _) {
            // The process ended before the first version counted.
        } catch (IllegalArgumentException damaged) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "the history of program '%s' in %s is damaged: %s"
                                    .formatted(id, folder, damaged.getMessage()),
                            "bring back a copy of its folder, or move it away"),
                    damaged);
        }
    }

    @Override
    public synchronized long edition() {
        return edition;
    }

    @Override
    public synchronized State load() {
        return new State(
                edition,
                histories.values().stream().flatMap(h -> h.currentVersion().stream()).toList());
    }

    @Override
    public synchronized List<ProgramVersion> versions(String id) {
        return histories.getOrDefault(id, History.NONE).versions();
    }

    @Override
    public synchronized Optional<Bytes> document(String id, String version) {
        if (!histories.getOrDefault(id, History.NONE).has(version)) {
            return Optional.empty();
        }
        Path file = file(id, version);
        try {
            return Optional.of(Bytes.of(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unavailable("the published document " + file, unreadable);
        }
    }

    @Override
    public synchronized boolean publish(NewVersion version, long seen) {
        if (seen != edition) {
            return false;
        }
        History before = histories.getOrDefault(version.id(), History.NONE);
        try {
            DurableFiles.createFolder(folder.resolve(version.id()));
            if (!before.has(version.version())) {
                DurableFiles.write(
                        file(version.id(), version.version()), version.document().array());
            }
            change(version.id(), before.with(version, clock.instant()));
            return true;
        } catch (IOException failure) {
            throw unavailable("the folder of published programs " + folder, failure);
        }
    }

    @Override
    public synchronized boolean withdraw(String id, long seen) {
        if (seen != edition) {
            return false;
        }
        try {
            change(id, histories.getOrDefault(id, History.NONE).withdrawn());
            return true;
        } catch (IOException failure) {
            throw unavailable("the folder of published programs " + folder, failure);
        }
    }

    /** The moment at which a change counts. */
    private void change(String id, History now) throws IOException {
        DurableFiles.write(folder.resolve(id).resolve(HISTORY), now.print());
        histories.put(id, now);
        edition++;
    }

    private Path file(String id, String version) {
        return folder.resolve(id).resolve(version + ".xml");
    }

    private static ProteusException unavailable(String what, IOException failure) {
        String reason = failure.getClass().getSimpleName().replace("Exception", "");
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        what + " cannot be used: " + reason + " " + failure.getMessage(),
                        "look at the disk and at the rights on the folder"),
                failure);
    }

    /** Gives the folder back. */
    @Override
    public synchronized void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw unavailable("the lock of " + folder, failure);
        }
    }
}
