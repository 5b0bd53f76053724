package org.proteus.coordinator.learning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.UnitFigures;
import org.proteus.graph.UnitRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures in a file of one user, to which the processes of that user add one after the other.
 * Readers see the file before or after a change, never in between. Thread-safe.
 *
 * <p>Methods that store throw {@link UncheckedIOException} if the file cannot be written.
 */
public final class FileFigures implements FiguresStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileFigures.class);

    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** A lock of a file is the process's; its threads wait for each other here. */
    private static final Object IN_PROCESS = new Object();

    private final Path file;
    private final InstantSource clock;

    /** Creates a store over a file, made when something is stored. */
    public FileFigures(Path file) {
        this(file, InstantSource.system());
    }

    FileFigures(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** A file that cannot be read is as good as none: what it told comes back by itself. */
    @Override
    public Stored read() {
        try {
            return stored(lines());
        } catch (IOException failure) {
            LOG.warn("what was learned of units cannot be read: {}", failure.toString());
            return stored(new FigureLines());
        }
    }

    private FigureLines lines() throws IOException {
        FigureLines lines = new FigureLines();
        try {
            // Latin-1 takes any bytes; the names of units are ASCII.
            new String(Files.readAllBytes(file), ISO_8859_1).lines().forEach(lines::read);
        } catch (NoSuchFileException none) {
            return lines;
        }
        return lines;
    }

    private static Stored stored(FigureLines lines) {
        List<UnitFigures> figures =
                lines.figures.values().stream().map(FigureLines.Dated::value).toList();
        Map<UnitId, Double> fidelities = new TreeMap<>();
        lines.fidelities.forEach((unit, known) -> fidelities.put(unit, known.value()));
        return new Stored(figures, fidelities);
    }

    @Override
    public Stored add(Collection<UnitRun> runs) {
        return change(lines -> {
            for (UnitRun run : runs) {
                UnitFigures none = UnitFigures.none(run.unit(), run.size());
                FigureLines.Dated<UnitFigures> known = lines.figures.get(FigureLines.key(none));
                lines.put((known == null ? none : known.value()).with(run), clock.millis());
            }
        });
    }

    @Override
    public void measured(Map<UnitId, Double> fidelities) {
        change(lines ->
                fidelities.forEach((unit, keeps) ->
                        lines.fidelities.put(
                                unit, new FigureLines.Dated<>(keeps, clock.millis()))));
    }

    @Override
    public void forget(Predicate<UnitId> existing) {
        long old = clock.millis() - REMEMBERED.toMillis();
        FigureLines known = new FigureLines();
        try {
            known = lines();
        } catch (IOException failure) {
            LOG.debug("nothing to forget", failure);
        }
        if (forget(known, existing, old)) {
            change(lines -> forget(lines, existing, old));
        }
    }

    private static boolean forget(FigureLines lines, Predicate<UnitId> existing, long old) {
        boolean figures =
                lines.figures
                        .values()
                        .removeIf(one -> one.changed() < old && !existing.test(one.value().unit()));
        boolean fidelities =
                lines.fidelities
                        .entrySet()
                        .removeIf(one ->
                                one.getValue().changed() < old && !existing.test(one.getKey()));
        return figures || fidelities;
    }

    private Stored change(Consumer<FigureLines> work) {
        synchronized (IN_PROCESS) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                try (FileChannel lock =
                        FileChannel.open(
                                beside(".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE)) {
                    lock.lock();
                    FigureLines lines = lines();
                    work.accept(lines);
                    Path fresh = beside(".new");
                    Files.writeString(fresh, lines.text(), ISO_8859_1);
                    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                    return stored(lines);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
