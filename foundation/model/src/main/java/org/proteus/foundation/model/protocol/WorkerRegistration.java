package org.proteus.foundation.model.protocol;

import java.util.List;

/**
 * What a worker says of itself.
 *
 * @param worker its id: unique, chosen by the worker at start
 * @param pool pool it belongs to, for example {@code local}
 * @param host name of its machine
 * @param slots tasks it runs at once in the transform stage
 * @param version version of Proteus it runs
 * @param offers what it can run
 * @param roots named {@code file:} roots that it mounts; a leading {@code *} stands for all
 */
public record WorkerRegistration(
        String worker,
        String pool,
        String host,
        int slots,
        String version,
        List<ProgramOffer> offers,
        List<String> roots) {

    public WorkerRegistration {
        offers = List.copyOf(offers);
        roots = List.copyOf(roots);
    }

    /** Returns the same worker with other offers. */
    public WorkerRegistration withOffers(List<ProgramOffer> other) {
        return new WorkerRegistration(worker, pool, host, slots, version, other, roots);
    }
}
