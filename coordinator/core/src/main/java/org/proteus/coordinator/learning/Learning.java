package org.proteus.coordinator.learning;

import java.nio.file.Path;
import java.util.Optional;
import org.proteus.graph.LearnedStatistics;

/**
 * What learns from the reports of workers.
 *
 * @param statistics what planners look at
 * @param file where it is kept; absent: in the coordinator's database
 */
public record Learning(LearnedStatistics statistics, Optional<Path> file) {

    /** Returns what learns and is kept in the coordinator's database. */
    public static Learning inDatabase(LearnedStatistics statistics) {
        return new Learning(statistics, Optional.empty());
    }
}
