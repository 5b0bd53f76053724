package org.proteus.coordinator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Statements on nodes. */
public final class NodeRows {

    private static final RowMapper<NodeRow> NODE = (row, context) -> node(row);

    private NodeRows() {}

    /** Stores a node that is about to be made, with the hash of its one-time token. */
    public static void order(
            Handle handle, String id, String pool, String joinHash, long joinMillis) {
        handle.createUpdate(
                        """
                        insert into node (id, namespace, pool, phase, created, changed, join_hash,
                          join_until)
                        values (:id, :namespace, :pool, 'ORDERED', %1$s, %1$s, :hash,
                          :millis + %1$s)
                        """
                                .formatted(Database.NOW))
                .bind("id", id)
                .bind("namespace", JobRows.NAMESPACE)
                .bind("pool", pool)
                .bind("hash", joinHash)
                .bind("millis", joinMillis)
                .execute();
    }

    /** Returns the nodes of a pool, oldest first. */
    public static List<NodeRow> of(Handle handle, String pool) {
        return handle.createQuery("select * from node where pool = :pool order by created, id")
                .bind("pool", pool)
                .map(NODE)
                .list();
    }

    /** Notes which machine a node is; false when the node is gone. */
    public static boolean machine(Handle handle, String id, String machine) {
        return handle.createUpdate("update node set machine = :machine where id = :id")
                        .bind("machine", machine)
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Leads a node from one phase to another; false when it was not in the first. */
    public static boolean lead(Handle handle, String id, NodePhase from, NodePhase to) {
        return handle.createUpdate(
                                """
                                update node set phase = :to, changed = %s
                                where id = :id and phase = :from
                                """
                                        .formatted(Database.NOW))
                        .bind("to", to.name())
                        .bind("from", from.name())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Forgets a node, and with it every token of it. */
    public static void remove(Handle handle, String id) {
        handle.createUpdate("delete from node where id = :id").bind("id", id).execute();
    }

    /**
     * Takes the token that a node's worker chose for itself, against the one-time token. Repeating
     * it with the same token is harmless.
     *
     * @return whether it was accepted
     */
    public static boolean join(Handle handle, String id, String joinHash, String tokenHash) {
        return handle.createUpdate(
                                """
                                update node set token_hash = :token
                                where id = :id and join_hash = :hash and join_until > %s
                                  and phase <> 'ENDING'
                                  and (token_hash is null or token_hash = :token)
                                """
                                        .formatted(Database.NOW))
                        .bind("token", tokenHash)
                        .bind("id", id)
                        .bind("hash", joinHash)
                        .execute()
                > 0;
    }

    /** Whether a one-time token lets this node in still. */
    public static boolean mayJoin(Handle handle, String id, String joinHash) {
        return handle.createQuery(
                                """
                                select count(*) from node
                                where id = :id and join_hash = :hash and join_until > %s
                                  and phase <> 'ENDING'
                                """
                                        .formatted(Database.NOW))
                        .bind("id", id)
                        .bind("hash", joinHash)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /**
     * Notes why a machine does not become a worker.
     *
     * @return whether the one-time token is that of this node and lets it in still
     */
    public static boolean bootFailed(Handle handle, String id, String joinHash, String why) {
        return handle.createUpdate(
                                """
                                update node set boot_failure = :why
                                where id = :id and join_hash = :hash and join_until > %s
                                  and phase <> 'ENDING' and token_hash is null
                                """
                                        .formatted(Database.NOW))
                        .bind("why", why)
                        .bind("id", id)
                        .bind("hash", joinHash)
                        .execute()
                > 0;
    }

    /** Returns the node for whose worker a token speaks. */
    public static Optional<NodeRow> ofToken(Handle handle, String tokenHash) {
        return handle.createQuery(
                        "select * from node where token_hash = :token and phase <> 'ENDING'")
                .bind("token", tokenHash)
                .map(NODE)
                .findOne();
    }

    /** Lets the one-time token of a node run out. */
    public static void runOut(Handle handle, String id) {
        handle.createUpdate("update node set join_until = 0 where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Returns the id of this installation, if it has one yet. */
    public static Optional<String> installation(Handle handle) {
        return handle.createQuery("select id from installation").mapTo(String.class).findOne();
    }

    /** Gives this installation an id; fails when it has one. */
    public static String installation(Handle handle, String id) {
        handle.createUpdate("insert into installation (only_one, id) values (1, :id)")
                .bind("id", id)
                .execute();
        return id;
    }

    private static NodeRow node(ResultSet row) throws SQLException {
        return new NodeRow(
                row.getString("id"),
                row.getString("pool"),
                NodePhase.valueOf(row.getString("phase")),
                Optional.ofNullable(row.getString("machine")),
                row.getLong("created"),
                row.getLong("changed"),
                row.getString("boot_failure"));
    }
}
