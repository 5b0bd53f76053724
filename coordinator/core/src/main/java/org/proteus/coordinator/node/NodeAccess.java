package org.proteus.coordinator.node;

import java.util.Optional;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.foundation.model.protocol.TaskKey;

/** Who may act for the worker of a node. Thread-safe. */
public interface NodeAccess {

    /**
     * Lets the worker of a node in. From then on it shows a token that it has chosen itself, so
     * that no answer which gets lost can shut it out: it may repeat the call.
     *
     * @param joinToken the node's one-time token
     * @param tokenHash SHA-256 of the worker's own token, in hexadecimal
     * @throws org.proteus.foundation.model.ProteusException with {@code UNAUTHORIZED} if the
     *     one-time token is another node's, has expired, or let another worker in already
     */
    void join(String node, String joinToken, String tokenHash);

    /** Whether a one-time token is that of this node and has not expired. */
    boolean mayJoin(String node, String joinToken);

    /**
     * Takes the word of a machine that it does not become a worker, so that it is ended.
     *
     * @param why what went wrong, for operators; shortened to 1000 characters
     * @throws org.proteus.foundation.model.ProteusException with {@code UNAUTHORIZED} if the
     *     one-time token is another node's or has expired
     */
    void bootFailed(String node, String joinToken, String why);

    /** Returns the node for whose worker a token speaks; none once the node is ended. */
    Optional<NodeRow> ofToken(String token);

    /** Returns the worker that holds a lease; none when it is no longer the newest one. */
    Optional<String> holder(TaskKey lease);

    /** Nobody joins: for a coordinator without nodes. */
    NodeAccess NONE =
            new NodeAccess() {
                @Override
                public void join(String node, String joinToken, String tokenHash) {
                    throw Nodes.refused("is not valid");
                }

                @Override
                public boolean mayJoin(String node, String joinToken) {
                    return false;
                }

                @Override
                public void bootFailed(String node, String joinToken, String why) {
                    throw Nodes.refused("is not valid");
                }

                @Override
                public Optional<NodeRow> ofToken(String token) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> holder(TaskKey lease) {
                    return Optional.empty();
                }
            };
}
