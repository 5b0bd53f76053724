package org.proteus.coordinator.node;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.Ids;
import org.proteus.coordinator.store.NodePhase;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.coordinator.store.NodeRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.TaskKey;

/**
 * The nodes that the database knows. Whatever is returned or changed here survives the process, and
 * every coordinator of the database sees it. Thread-safe.
 */
public final class Nodes implements NodeAccess {

    private static final int TOKEN_BYTES = 32;
    private static final String HASH = "[0-9a-f]{64}";
    private static final int LONGEST_FAILURE = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Function<TaskKey, Optional<String>> holders;

    /**
     * Creates the nodes of a database.
     *
     * @param holders gives the worker that holds a lease
     */
    public Nodes(Database database, Function<TaskKey, Optional<String>> holders) {
        this.database = database;
        this.holders = holders;
    }

    /** Returns the id by which machines of this installation are known at a provider. */
    public String installation() {
        return database.read(NodeRows::installation)
                .or(() -> database.writeUnlessTaken(h -> NodeRows.installation(h, Ids.random())))
                .or(() -> database.read(NodeRows::installation))
                .orElseThrow();
    }

    /**
     * Notes a node that is about to be made.
     *
     * @param joinWithin how long its worker may take until it joins
     * @return what lets its worker join, once
     */
    public JoinToken order(String pool, Duration joinWithin) {
        // A host name takes 63 characters; a provider may add some of its own.
        String id = pool + "-" + Ids.random().substring(0, 10);
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        database.change(handle ->
                NodeRows.order(handle, id, pool, Ids.sha256(token), joinWithin.toMillis()));
        return new JoinToken(id, token, joinWithin);
    }

    /** Returns the nodes of a pool, oldest first. */
    public List<NodeRow> of(String pool) {
        return database.read(handle -> NodeRows.of(handle, pool));
    }

    /** Notes which machine a node is; false when the node is gone. */
    public boolean machine(String node, String machine) {
        return database.write(handle -> NodeRows.machine(handle, node, machine));
    }

    /** Leads a node from one phase to another; false when it was not in the first. */
    public boolean lead(String node, NodePhase from, NodePhase to) {
        return database.write(handle -> NodeRows.lead(handle, node, from, to));
    }

    /** Forgets a node; its tokens let nobody in any more. */
    public void remove(String node) {
        database.change(handle -> NodeRows.remove(handle, node));
    }

    /** Returns the time by which rows are judged, in milliseconds since 1970. */
    public long now() {
        return database.read(Database::now);
    }

    @Override
    public void join(String node, String joinToken, String tokenHash) {
        if (!tokenHash.matches(HASH)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the token's hash is not a SHA-256 in hexadecimal",
                    "let `proteus worker --join-file` join");
        }
        String joinHash = Ids.sha256(joinToken);
        if (!database.write(handle -> NodeRows.join(handle, node, joinHash, tokenHash))) {
            throw refused(mayJoin(node, joinToken) ? "was used by another worker" : "is not valid");
        }
    }

    @Override
    public boolean mayJoin(String node, String joinToken) {
        String hash = Ids.sha256(joinToken);
        return database.read(handle -> NodeRows.mayJoin(handle, node, hash));
    }

    /** A machine's words are one line of a log, whatever it sends. */
    @Override
    public void bootFailed(String node, String joinToken, String why) {
        String line = why.replaceAll("(?U)[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        String told = line.isEmpty() ? "its machine does not say why" : line;
        String kept = told.substring(0, Math.min(told.length(), LONGEST_FAILURE));
        String joinHash = Ids.sha256(joinToken);
        if (!database.write(handle -> NodeRows.bootFailed(handle, node, joinHash, kept))) {
            throw refused("is not valid");
        }
    }

    @Override
    public Optional<NodeRow> ofToken(String token) {
        String hash = Ids.sha256(token);
        return database.read(handle -> NodeRows.ofToken(handle, hash));
    }

    @Override
    public Optional<String> holder(TaskKey lease) {
        return holders.apply(lease);
    }

    static ProteusException refused(String why) {
        return new ProteusException(
                ErrorCode.UNAUTHORIZED,
                "the one-time token of this node " + why,
                "the pool makes another node; a token lets one worker of its own node in, for a"
                        + " limited time");
    }
}
