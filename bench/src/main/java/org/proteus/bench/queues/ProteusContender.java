package org.proteus.bench.queues;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.proteus.bench.NoopJob;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.library.Proteus;
import org.proteus.library.ProteusSettings;

/**
 * Proteus in this process. An element is an object that is fetched from the database, has its type
 * found on the bytes and its way planned, and is stored; a row of each attempt stays.
 */
final class ProteusContender implements Contender {

    private final Path folder;

    ProteusContender(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "proteus";
    }

    @Override
    public double run(String database, int slots, int warmUp, int elements) throws Exception {
        ProteusSettings settings =
                ProteusSettings.in(folder.resolve(UUID.randomUUID().toString()))
                        .withDatabase(database)
                        .withWorkers(slots);
        JobRequest request = NoopJob.request(elements);
        try (Proteus proteus = Proteus.open(settings)) {
            NoopJob.run(proteus.jobs(), NoopJob.request(warmUp));
            NoopJob.Done done = NoopJob.run(proteus.jobs(), request);
            requireOnce(database, done.id(), elements);
            return done.seconds();
        }
    }

    /** Fails unless each element of a job is done by exactly one attempt. */
    static void requireOnce(String database, String job, int elements) throws SQLException {
        String ofJob = " where job = '" + job + "'";
        require(database, "select count(*) from element" + ofJob + " and state = 'DONE'", elements);
        String done = " from attempt" + ofJob + " and outcome = 'done'";
        require(database, "select count(*)" + done, elements);
        require(database, "select count(distinct seq)" + done, elements);
    }

    private static void require(String database, String query, int elements) throws SQLException {
        long found = BenchDatabase.number(database, query);
        if (found != elements) {
            throw new IllegalStateException(query + ": expected " + elements + ", found " + found);
        }
    }
}
