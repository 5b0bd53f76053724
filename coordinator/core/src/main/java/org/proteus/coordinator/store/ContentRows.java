package org.proteus.coordinator.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.job.InlineObject;

/** Statements on content that the coordinator itself holds, in parts that every database takes. */
public final class ContentRows {

    /** H2 takes at most 1 MiB in a binary column. */
    private static final int PART = 512 * 1024;

    private static final String INSERT =
            "insert into content (id, part, namespace, job, size, bytes) values (?, ?, ?, ?, ?, ?)";

    private ContentRows() {}

    /** Returns the id of an object that came with its request. */
    public static String source(String job, long seq) {
        return "in/" + job + "/" + seq;
    }

    /**
     * Returns the id of a result; each lease has its own, so that only the committed one counts.
     */
    public static String result(TaskId task, long token) {
        return "out/" + task + "/" + token;
    }

    /**
     * A result of a task.
     *
     * @param token token of the lease under which it was made
     */
    public record Result(TaskId task, long token, Bytes bytes) {

        private String id() {
            return result(task, token);
        }
    }

    /** Stores results, each replacing an earlier one of its lease. */
    public static void putResults(Handle handle, List<Result> results) {
        handle.createUpdate("delete from content where id = any(:ids)")
                .bindArray("ids", String.class, results.stream().map(Result::id).toArray())
                .execute();
        PreparedBatch batch = handle.prepareBatch(INSERT);
        results.forEach(
                result -> add(batch, result.id(), result.task().job(), result.bytes().array()));
        batch.execute();
    }

    /** Drops a result that was brought under a lease that ended without a commit. */
    public static void dropResult(Handle handle, TaskId task, long token) {
        handle.createUpdate("delete from content where id = :id")
                .bind("id", result(task, token))
                .execute();
    }

    /** Stores the objects that came with a request, numbered from 1. */
    public static void putSources(Handle handle, String job, List<InlineObject> objects) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (int i = 0; i < objects.size(); i++) {
            add(batch, source(job, i + 1L), job, objects.get(i).content().array());
        }
        batch.execute();
    }

    private static void add(PreparedBatch batch, String id, String job, byte[] content) {
        for (int part = 0; part == 0 || part * PART < content.length; part++) {
            int from = part * PART;
            int to = Math.min(content.length, from + PART);
            byte[] bytes = Arrays.copyOfRange(content, from, to);
            batch.add(id, part, JobRows.NAMESPACE, job, bytes.length, bytes);
        }
    }

    /** Sums the bytes of all content. */
    public static long total(Handle handle) {
        return handle.createQuery("select coalesce(sum(size), 0) from content")
                .mapTo(Long.class)
                .one();
    }

    /** Returns content. */
    public static Optional<byte[]> get(Handle handle, String id) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int[] parts = {0};
        handle.createQuery("select bytes from content where id = :id order by part")
                .bind("id", id)
                .map((row, context) -> row.getBytes(1))
                .forEach(bytes -> {
                    whole.writeBytes(bytes);
                    parts[0]++;
                });
        return parts[0] == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
    }

    /** Returns the first part of each of these that is there: all of it when it is small. */
    public static Map<String, byte[]> small(Handle handle, List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, byte[]> found = new HashMap<>();
        handle.createQuery(
                        """
                        select id, bytes from unnest(:ids) as wanted (i)
                        left join content on id = wanted.i and id = any(:ids) and part = 0
                        where id is not null
                        """)
                .bindArray("ids", String.class, ids.toArray())
                .map((row, context) -> Map.entry(row.getString(1), row.getBytes(2)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
