package org.proteus.coordinator.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ElementState;

/**
 * Statements on elements: finding and listing them.
 *
 * <p>Rows of many keys are found by a left join, which makes H2 begin with the keys, and by
 * "any(keys)", for which PostgreSQL uses the index; either alone lets one of them read all rows of
 * a job.
 */
public final class ElementRows {

    private static final TypeReference<List<PartnerEntry>> PARTNERS = new TypeReference<>() {};

    private ElementRows() {}

    /** Stores new elements, each with its task unless it has ended already. */
    public static void insert(Handle handle, List<ElementRow> elements) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        insert into element (job, seq, namespace, entry, entry_key, name, etag, size,
                          type_hint, final_name, name_key, source_checksum, sink,
                          result_size, result_checksum, passed_through, state, problem, partners)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', -1, '', false, ?, ?, ?)
                        """);
        for (ElementRow e : elements) {
            batch.add(
                    e.job(),
                    e.seq(),
                    JobRows.NAMESPACE,
                    e.entry(),
                    e.entryKey(),
                    e.name(),
                    e.etag(),
                    e.size(),
                    e.typeHint().map(ContentType::toString).orElse(null),
                    e.finalName(),
                    e.nameKey(),
                    e.state().name(),
                    e.problem().map(Json::text).orElse(null),
                    partners(e.partners()));
        }
        batch.execute();
        List<ElementRow> open = elements.stream().filter(e -> !e.state().isFinal()).toList();
        if (!open.isEmpty()) {
            TaskRows.insert(handle, open);
        }
    }

    /** Returns which of these name keys are claimed already. */
    public static Set<String> claimed(Handle handle, String job, Collection<String> nameKeys) {
        return new HashSet<>(
                handle.createQuery(
                                """
                                select name_key from unnest(:keys) as wanted (k)
                                left join element on job = :job and name_key = wanted.k
                                  and name_key = any(:keys)
                                where job is not null
                                """)
                        .bind("job", job)
                        .bindArray("keys", String.class, nameKeys.toArray())
                        .mapTo(String.class)
                        .list());
    }

    /** Returns those of these elements that the job has already, by entry key. */
    public static Map<String, ElementRow> known(
            Handle handle, String job, Collection<String> entryKeys) {
        return handle
                .createQuery(
                        """
                        select element.* from unnest(:keys) as wanted (k)
                        left join element on job = :job and entry_key = wanted.k
                          and entry_key = any(:keys)
                        where job is not null
                        """)
                .bind("job", job)
                .bindArray("keys", String.class, entryKeys.stream().distinct().toArray())
                .map((row, context) -> row(row))
                .stream()
                .collect(Collectors.toMap(ElementRow::entryKey, Function.identity(), (a, b) -> a));
    }

    /** Returns one element. */
    public static Optional<ElementRow> find(Handle handle, String job, long seq) {
        return handle.createQuery("select * from element where job = :job and seq = :seq")
                .bind("job", job)
                .bind("seq", seq)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Returns these elements of a job. */
    public static Map<Long, ElementRow> find(Handle handle, String job, Collection<Long> seqs) {
        return handle
                .createQuery(
                        """
                        select element.* from unnest(:seqs) as wanted (s)
                        left join element on job = :job and seq = wanted.s and seq = any(:seqs)
                        where job is not null
                        """)
                .bind("job", job)
                .bindArray("seqs", Long.class, seqs.toArray())
                .map((row, context) -> row(row))
                .stream()
                .collect(Collectors.toMap(ElementRow::seq, Function.identity()));
    }

    /** Returns elements in listing order, after a sequence number. */
    public static List<ElementRow> page(
            Handle handle, String job, Optional<ElementState> state, long after, int limit) {
        return handle.createQuery(
                        "select * from element where job = :job and seq > :after"
                                + state.map(ElementRows::condition).orElse("")
                                + " order by seq limit :limit")
                .bind("job", job)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    private static String condition(ElementState state) {
        String held =
                " exists (select 1 from task where task.job = element.job and task.seq = element.seq"
                        + " and task.state in ('LEASED', 'STORED', 'STOPPING'))";
        return switch (state) {
            case RUNNING -> " and state in ('LISTED', 'WAITING') and" + held;
            case LISTED, WAITING -> " and state = '" + state.name() + "' and not" + held;
            default -> " and state = '" + state.name() + "'";
        };
    }

    static ElementRow row(ResultSet row) throws SQLException {
        return new ElementRow(
                row.getString("job"),
                row.getLong("seq"),
                row.getString("entry"),
                row.getString("entry_key"),
                row.getString("name"),
                row.getString("etag"),
                row.getLong("size"),
                type(row.getString("type_hint")),
                partners(row.getString("partners")),
                row.getString("final_name"),
                row.getString("name_key"),
                ElementState.valueOf(row.getString("state")),
                type(row.getString("type_found")),
                row.getString("source_checksum"),
                row.getString("sink"),
                row.getLong("result_size"),
                row.getString("result_checksum"),
                row.getBoolean("passed_through"),
                Json.problem(row.getString("problem")));
    }

    private static List<PartnerEntry> partners(String json) {
        return json.isEmpty() ? List.of() : Json.read(json, PARTNERS);
    }

    static String partners(List<PartnerEntry> partners) {
        return partners.isEmpty() ? "" : Json.text(partners);
    }

    static Optional<ContentType> type(String text) {
        return Optional.ofNullable(text).map(ContentType::parse);
    }
}
