package org.proteus.library;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How Proteus runs inside another program.
 *
 * @param folder folder of its state, made when it is not there and locked while it is open; the
 *     same folder again continues what was begun
 * @param database JDBC URL of a PostgreSQL database for jobs and tasks, which several processes may
 *     share, each with a folder of its own; absent: a database in the folder
 * @param programs folder with program documents of the site's own, if there is one
 * @param figures file in which is kept what was learned of units, so that several folders share it;
 *     absent: in the database
 * @param workers most workers, each of which runs one step at a time; at least 1
 */
public record ProteusSettings(
        Path folder,
        Optional<String> database,
        Optional<Path> programs,
        Optional<Path> figures,
        int workers) {

    /**
     * @throws IllegalArgumentException if {@code workers} is below 1
     */
    public ProteusSettings {
        Objects.requireNonNull(folder, "folder is null");
        Objects.requireNonNull(database, "database is null");
        Objects.requireNonNull(programs, "programs is null");
        Objects.requireNonNull(figures, "figures is null");
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, found " + workers);
        }
    }

    /** Returns settings with as many workers as there are cores, and no documents of one's own. */
    public static ProteusSettings in(Path folder) {
        return new ProteusSettings(
                folder,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Returns these settings with a PostgreSQL database, named by its JDBC URL. */
    public ProteusSettings withDatabase(String url) {
        return new ProteusSettings(folder, Optional.of(url), programs, figures, workers);
    }

    /** Returns these settings with folders and files of the site's own. */
    public ProteusSettings withSite(Optional<Path> otherPrograms, Optional<Path> otherFigures) {
        return new ProteusSettings(folder, database, otherPrograms, otherFigures, workers);
    }

    /** Returns these settings with another number of workers. */
    public ProteusSettings withWorkers(int other) {
        return new ProteusSettings(folder, database, programs, figures, other);
    }
}
