package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.dispatch.Dispatcher;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.node.OwnWork;
import org.proteus.coordinator.store.Ids;
import org.proteus.coordinator.store.NodePhase;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** Nodes join once, each for its own worker alone. */
abstract class JoinSuite extends CoordinatorSuite {

    private static final String SECRET = "own-secret-of-the-worker";
    private static final String HASH = Ids.sha256(SECRET);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aWorkerJoinsOnceAndMayRepeatTheCall() {
        JoinToken ticket = coordinator.nodes().order("cloud", HOUR);
        assertThat(coordinator.nodes().ofToken(SECRET)).isEmpty();

        join(ticket, HASH);
        join(ticket, HASH);
        assertThat(coordinator.nodes().ofToken(SECRET))
                .hasValueSatisfying(node -> assertThat(node.id()).isEqualTo(ticket.node()));
        refused(() -> join(ticket, Ids.sha256("of a second worker")), "used by another worker");
        assertThat(coordinator.nodes().ofToken("of a second worker")).isEmpty();
    }

    @Test
    void aTokenLetsItsOwnMachineInOnly() {
        JoinToken one = coordinator.nodes().order("cloud", HOUR);
        JoinToken other = coordinator.nodes().order("cloud", HOUR);
        refused(() -> join(new JoinToken(other.node(), one.value(), HOUR), HASH), "not valid");
        refused(() -> join(new JoinToken(one.node(), "guessed", HOUR), HASH), "not valid");
        assertThat(coordinator.nodes().mayJoin(other.node(), one.value())).isFalse();
        assertThat(coordinator.nodes().mayJoin(other.node(), other.value())).isTrue();
    }

    @Test
    void aTokenRunsOut() {
        JoinToken late = coordinator.nodes().order("cloud", Duration.ZERO);
        refused(() -> join(late, HASH), "not valid");
    }

    @Test
    void onlyItsOwnMachineSaysWhyANodeDoesNotBoot() {
        JoinToken one = coordinator.nodes().order("cloud", HOUR);
        JoinToken other = coordinator.nodes().order("cloud", HOUR);
        refused(() -> bootFailed(one.node(), other.value(), "a lie"), "not valid");
        bootFailed(one.node(), one.value(), " E: no\u0000 such\n package " + "!".repeat(2000));
        bootFailed(other.node(), other.value(), "\n");
        assertThat(coordinator.nodes().of("cloud"))
                .extracting(NodeRow::bootFailure)
                .satisfiesExactlyInAnyOrder(
                        told -> assertThat(told).startsWith("E: no such package !!").hasSize(1000),
                        silent -> assertThat(silent).contains("does not say why"));
    }

    private void bootFailed(String node, String token, String why) {
        coordinator.nodes().bootFailed(node, token, why);
    }

    @Test
    void whatANodeCouldDoEndsWithIt() {
        JoinToken ended = coordinator.nodes().order("cloud", HOUR);
        join(ended, HASH);
        assertThat(coordinator.nodes().lead(ended.node(), NodePhase.ORDERED, NodePhase.ENDING))
                .isTrue();
        assertThat(coordinator.nodes().ofToken(SECRET)).isEmpty();
        refused(() -> join(ended, HASH), "not valid");

        coordinator.nodes().remove(ended.node());
        assertThat(coordinator.nodes().of("cloud")).isEmpty();
        refused(() -> join(ended, HASH), "not valid");
    }

    @Test
    void onlyHashesAreKeptAndARestartForgetsNothing() {
        JoinToken ticket = coordinator.nodes().order("cloud", HOUR);
        String installation = coordinator.nodes().installation();
        join(ticket, HASH);
        reopen(settings);
        assertThat(coordinator.nodes().ofToken(SECRET)).isPresent();
        assertThat(coordinator.nodes().installation()).isEqualTo(installation);
        coordinator.close();

        List<Map<String, Object>> rows =
                inDatabase(database ->
                        database.read(h -> h.createQuery("select * from node").mapToMap().list()));
        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain(ticket.value()).doesNotContain(SECRET);
        assertThat(ticket.toString()).doesNotContain(ticket.value());
        open(settings);
    }

    @Test
    void aNodeSpeaksForItsOwnWorkerAlone() throws Exception {
        OwnWork own = own(joined("a"));
        own.register(registration(own, "cloud"));
        refused(() -> own.register(registration("another", "cloud")), "for worker");
        refused(() -> own.register(registration(own, "local")), "pool cloud");
        refused(() -> own.lease(new LeaseRequest("another", 1, 0)), "for worker");
        refused(() -> own.deregister("another"), "for worker");
        refused(() -> own.heartbeat(new Heartbeat("another", List.of(), 0, false)), "for worker");
        assertThat(coordinator.jobs().workers()).hasSize(1);
    }

    @Test
    void aNodeCannotTouchTheTasksOfAnother() throws Exception {
        submitFolder("a.txt");
        OwnWork victim = own(joined("a"));
        victim.register(registration(victim, "cloud"));
        Lease lease = victim.lease(new LeaseRequest(id(victim), 1, 10_000)).getFirst();

        OwnWork thief = own(joined("b"));
        thief.register(registration(thief, "cloud"));
        Release given = release(lease);
        refused(() -> thief.release(List.of(given)), "not leased");
        refused(() -> thief.published(List.of(lease.key())), "not leased");
        refused(() -> thief.open(lease.key()), "not leased");
        Progress progress = new Progress(lease.key(), "fetch", 1, 2, "bytes");
        assertThat(thief.heartbeat(new Heartbeat(id(thief), List.of(progress), 0, false)).lost())
                .containsExactly(lease.key());

        victim.release(List.of(given));
        assertThat(thief.lease(new LeaseRequest(id(thief), 1, 10_000))).hasSize(1);
    }

    private NodeRow joined(String secret) {
        JoinToken ticket = coordinator.nodes().order("cloud", HOUR);
        join(ticket, Ids.sha256(secret));
        return coordinator.nodes().ofToken(secret).orElseThrow();
    }

    private OwnWork own(NodeRow node) {
        Dispatcher queue = (Dispatcher) coordinator.queue();
        return new OwnWork(node, queue, queue, coordinator.nodes());
    }

    private static String id(OwnWork own) {
        return own.node().id();
    }

    private static WorkerRegistration registration(OwnWork own, String pool) {
        return registration(id(own), pool);
    }

    private static WorkerRegistration registration(String worker, String pool) {
        return new WorkerRegistration(worker, pool, "there", 1, "", List.of(), List.of("*"));
    }

    private static Release release(Lease lease) {
        Problem why = Problem.of(ErrorCode.CANCELLED, "not now");
        return new Release(lease.key(), Release.Outcome.RETURNED, why, TaskRecord.EMPTY);
    }

    private void join(JoinToken ticket, String hash) {
        coordinator.nodes().join(ticket.node(), ticket.value(), hash);
    }

    private static void refused(ThrowingCallable call, String why) {
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(call)
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.UNAUTHORIZED));
    }
}
