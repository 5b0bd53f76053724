package org.proteus.coordinator.instant;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.coordinator.dispatch.InstantQueue;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.TaskKey;

/** One transformation whose caller waits. Guarded by its board. */
final class InstantTask {

    final String id;
    final InstantTransforms.Request request;
    final ContentType target;
    final CompletableFuture<InstantTransforms.Result> outcome = new CompletableFuture<>();

    long token;
    Optional<String> worker = Optional.empty();
    long leasedUntil;
    int losses;
    int returns;
    Set<String> needs = Set.of();
    Optional<Bytes> stored = Optional.empty();

    InstantTask(String number, InstantTransforms.Request request, ContentType target) {
        this.id = InstantQueue.JOB + "/" + number + "/1";
        this.request = request;
        this.target = target;
    }

    boolean suits(Set<String> programs) {
        return programs.containsAll(needs);
    }

    boolean isLeasedAs(TaskKey key) {
        return worker.isPresent() && key.token() == token;
    }

    void lease(String to, long until) {
        token++;
        worker = Optional.of(to);
        leasedUntil = until;
        stored = Optional.empty();
    }

    void giveBack() {
        worker = Optional.empty();
    }

    void needs(Set<String> programs) {
        needs = Set.copyOf(new HashSet<>(programs));
    }

    void fail(ProteusException failure) {
        outcome.completeExceptionally(failure);
    }
}
