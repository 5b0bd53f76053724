package org.proteus.worker.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.proteus.foundation.model.protocol.WorkerOffers;
import org.proteus.foundation.model.protocol.WorkerRegistration;
import org.proteus.foundation.net.WireJson;

/**
 * The work queue of a coordinator elsewhere: each method is one POST of a JSON document below
 * {@code /work/v1/}. What does not arrive is {@code UNAVAILABLE}; the caller decides whether to try
 * again.
 */
public final class RemoteWorkQueue implements WorkQueue {

    /** A commit of a full batch on a slow coordinator takes some seconds. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    /** What a long poll may take beyond the time asked for. */
    private static final Duration POLL_MARGIN = Duration.ofSeconds(10);

    private final CoordinatorConnection connection;

    /** A heartbeat that takes longer than the time between two is repeated instead. */
    private volatile Duration heartbeatTimeout = Duration.ofSeconds(5);

    /** Creates the queue; the caller closes the connection. */
    public RemoteWorkQueue(CoordinatorConnection connection) {
        this.connection = connection;
    }

    @Override
    public Registered register(WorkerRegistration registration) {
        Registered registered =
                post("register", registration, USUAL, new TypeReference<Registered>() {});
        heartbeatTimeout = Duration.ofMillis(Math.max(1_000, registered.heartbeatMillis()));
        return registered;
    }

    @Override
    public PublishedPrograms programs() {
        return post(
                "programs", Map.of(), heartbeatTimeout, new TypeReference<PublishedPrograms>() {});
    }

    @Override
    public void offer(WorkerOffers offers) {
        tell("offers", offers, heartbeatTimeout);
    }

    @Override
    public List<Lease> lease(LeaseRequest request) throws InterruptedException {
        Duration timeout = POLL_MARGIN.plusMillis(request.waitMillis());
        return exchange("leases", request, timeout, new TypeReference<List<Lease>>() {});
    }

    @Override
    public PlanReply plan(PlanRequest request) {
        return post("plans", request, USUAL, new TypeReference<PlanReply>() {});
    }

    @Override
    public HeartbeatReply heartbeat(Heartbeat heartbeat) {
        return post(
                "heartbeats", heartbeat, heartbeatTimeout, new TypeReference<HeartbeatReply>() {});
    }

    @Override
    public List<CommitReply> commit(List<Commit> commits) {
        return post("commits", commits, USUAL, new TypeReference<List<CommitReply>>() {});
    }

    @Override
    public void published(List<TaskKey> tasks) {
        tell("publications", tasks);
    }

    @Override
    public void release(List<Release> releases) {
        tell("releases", releases);
    }

    @Override
    public void deregister(String worker) {
        tell("deregister", Map.of("worker", worker));
    }

    private <T> T post(String endpoint, Object body, Duration timeout, TypeReference<T> reply) {
        try {
            return exchange(endpoint, body, timeout, reply);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** Half an answer, or one of another program at this address, is no answer. */
    private <T> T exchange(String endpoint, Object body, Duration timeout, TypeReference<T> reply)
            throws InterruptedException {
        HttpRequest request = request(endpoint, body, timeout);
        byte[] answer = connection.exchange(request);
        try {
            return WireJson.read(new ByteArrayInputStream(answer), reply);
        } catch (ProteusException | IOException notOurs) {
            throw connection.silent(
                    request,
                    new IOException("its answer is cut short or not of this protocol", notOurs));
        }
    }

    /** Sends what has no answer but that it arrived. */
    private void tell(String endpoint, Object body) {
        tell(endpoint, body, USUAL);
    }

    private void tell(String endpoint, Object body, Duration timeout) {
        try {
            connection.exchange(request(endpoint, body, timeout));
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private HttpRequest request(String endpoint, Object body, Duration timeout) {
        return connection
                .request(endpoint, timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(body)))
                .build();
    }

    private static ProteusException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new ProteusException(
                Problem.of(ErrorCode.UNAVAILABLE, "the call was interrupted"), stopped);
    }
}
