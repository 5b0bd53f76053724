package org.proteus.foundation.net;

import static org.proteus.foundation.net.SampleParts.KEY;
import static org.proteus.foundation.net.SampleParts.SIZE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.WorkerOffers;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** What a worker tells of itself, and what it hears. */
final class WorkerSamples {

    private WorkerSamples() {}

    static Stream<Object> all() {
        return Stream.of(
                new WorkerRegistration("w", "local", "h", 2, "0.1", List.of(offer()), List.of("*")),
                new Registered(5000, 15000, 7),
                new Heartbeat("w", List.of(new Progress(KEY, "fetch", 1, 2, "bytes")), 2, false),
                new Heartbeat(
                        "w",
                        List.of(new Progress(KEY, "a/b", 1, 2, "ms", Optional.of(SIZE))),
                        0,
                        false),
                new HeartbeatReply(true, false, true, List.of(KEY), List.of(KEY), List.of(KEY), 7),
                new PublishedPrograms(7, List.of(PlanSamples.program())),
                new WorkerOffers("w", List.of(offer())));
    }

    private static ProgramOffer offer() {
        return new ProgramOffer("imagemagick", "1.0", "cc", ProgramOffer.State.RUNNABLE, "6.9");
    }
}
