package org.proteus.library;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How Proteus runs inside another program.
 *
 * @param folder folder of its state, made when it is not there and locked while it is open; the
 *     same folder again continues what was begun
 * @param programs folder with program documents of the site's own, if there is one
 * @param figures file in which is kept what was learned of units, so that several folders share it;
 *     absent: in the folder
 * @param workers most workers, each of which runs one step at a time; at least 1
 */
public record ProteusSettings(
        Path folder, Optional<Path> programs, Optional<Path> figures, int workers) {

    /**
     * @throws IllegalArgumentException if {@code workers} is below 1
     */
    public ProteusSettings {
        Objects.requireNonNull(folder, "folder is null");
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
                Runtime.getRuntime().availableProcessors());
    }
}
