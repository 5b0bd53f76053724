package org.proteus.coordinator.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.WorkSize;

/**
 * Statements that make results count: a handful for any number of them, because the database is
 * busier with statements than with rows.
 */
public final class CommitRows {

    private static final String TOGETHER = "together";

    private static final String TASKS =
            """
            merge into task using (
              select * from unnest(:jobs, :seqs, :ns, :tokens, :names, :sizes, :checksums)
                as w (w_job, w_seq, w_n, w_token, w_name, w_size, w_checksum)) as wanted
            on job = any(:jobs) and seq = any(:seqs)
              and job = w_job and seq = w_seq and n = w_n and token = w_token and state = 'LEASED'
            when matched then update set lane = '', stored_token = token,
              state = case when w_name = '' then 'DONE' else 'STORED' end,
              temporary_name = w_name, result_size = w_size, result_checksum = w_checksum
            """;

    private static final String TASK =
            """
            update task set state = ?, lane = '', stored_token = token, temporary_name = ?,
              result_size = ?, result_checksum = ?
            where job = ? and seq = ? and n = ? and token = ? and state = 'LEASED'
            """;

    private static final String ELEMENTS =
            """
            merge into element using (
              select * from unnest(:jobs, :seqs, :names, :sizes, :checksums, :types, :sourceSizes,
                  :sourceChecksums, :passed, :works, :measures)
                as w (w_job, w_seq, w_name, w_size, w_checksum, w_type, w_source_size,
                  w_source_checksum, w_passed, w_work, w_measure)) as wanted
            on job = any(:jobs) and seq = any(:seqs) and job = w_job and seq = w_seq
            when matched then update set type_found = w_type, size = w_source_size,
              source_checksum = w_source_checksum, work = w_work, work_measure = w_measure,
              result_size = w_size,
              result_checksum = w_checksum, passed_through = w_passed = 1, problem = null,
              state = case when w_name = '' then 'DONE' else state end,
              sink = case when w_name = '' then '%s' else sink end
            """
                    .formatted(Place.INLINE);

    private CommitRows() {}

    /**
     * Makes results the results of their tasks where the token is still the current one.
     *
     * @return for each commit whether it counts
     */
    public static List<Boolean> tasks(Handle handle, List<Commit> commits) {
        return together(handle, commits)
                ? Collections.nCopies(commits.size(), true)
                : oneByOne(handle, commits);
    }

    /** Changes all or nothing. */
    private static boolean together(Handle handle, List<Commit> commits) {
        if (commits.stream().map(Commit::key).distinct().count() < commits.size()) {
            return false;
        }
        handle.savepoint(TOGETHER);
        Update update = handle.createUpdate(TASKS);
        List<Commit> ordered = ordered(commits);
        results(update, ordered);
        int changed =
                update.bindArray("ns", Integer.class, of(ordered, c -> id(c).n()))
                        .bindArray("tokens", Long.class, of(ordered, c -> c.key().token()))
                        .execute();
        if (changed < commits.size()) {
            handle.rollbackToSavepoint(TOGETHER);
        }
        return changed == commits.size();
    }

    private static List<Boolean> oneByOne(Handle handle, List<Commit> commits) {
        PreparedBatch batch = handle.prepareBatch(TASK);
        for (Commit commit : commits) {
            TaskId id = id(commit);
            batch.add(
                    commit.temporaryName().isEmpty() ? "DONE" : "STORED",
                    commit.temporaryName(),
                    commit.size(),
                    commit.checksum(),
                    id.job(),
                    id.seq(),
                    id.n(),
                    commit.key().token());
        }
        return Arrays.stream(batch.execute()).mapToObj(changed -> changed == 1).toList();
    }

    /**
     * Keeps what commits that count say of their elements; those whose results stay here are done.
     */
    public static void elements(Handle handle, List<Commit> counted) {
        List<Commit> commits = ordered(counted);
        Update update = handle.createUpdate(ELEMENTS);
        results(update, commits);
        update.bindArray("types", String.class, of(commits, CommitRows::type))
                .bindArray("sourceSizes", Long.class, of(commits, c -> c.record().sourceSize()))
                .bindArray(
                        "sourceChecksums",
                        String.class,
                        of(commits, c -> c.record().sourceChecksum()))
                .bindArray("passed", Integer.class, of(commits, CommitRows::passed))
                .bindArray("works", Long.class, of(commits, CommitRows::work))
                .bindArray("measures", String.class, of(commits, CommitRows::measure))
                .execute();
    }

    private static List<Commit> ordered(List<Commit> commits) {
        return commits.stream().sorted(Comparator.comparing(CommitRows::id)).toList();
    }

    private static void results(Update update, List<Commit> commits) {
        update.bindArray("jobs", String.class, of(commits, c -> id(c).job()))
                .bindArray("seqs", Long.class, of(commits, c -> id(c).seq()))
                .bindArray("names", String.class, of(commits, Commit::temporaryName))
                .bindArray("sizes", Long.class, of(commits, Commit::size))
                .bindArray("checksums", String.class, of(commits, Commit::checksum));
    }

    private static Object[] of(List<Commit> commits, Function<Commit, Object> value) {
        return commits.stream().map(value).toArray();
    }

    private static TaskId id(Commit commit) {
        return TaskId.parse(commit.key().task());
    }

    private static String type(Commit commit) {
        return commit.record().typeFound().map(ContentType::toString).orElse(null);
    }

    private static long work(Commit commit) {
        return commit.record().size().map(WorkSize::amount).orElse(0L);
    }

    private static String measure(Commit commit) {
        return commit.record().size().map(WorkSize::measure).orElse("");
    }

    private static int passed(Commit commit) {
        return commit.record().plan().filter(plan -> plan.isPassThrough()).isPresent() ? 1 : 0;
    }
}
