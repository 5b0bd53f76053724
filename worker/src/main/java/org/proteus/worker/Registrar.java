package org.proteus.worker;

import java.util.function.BooleanSupplier;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.WorkerOffers;
import org.proteus.foundation.model.protocol.WorkerRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the worker known to the coordinator, at the start and whenever it was forgotten. */
final class Registrar {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

    private final WorkerSettings settings;
    private final WorkerParts parts;
    private final Contact contact;
    private final Fate fate;
    private volatile PublishedPrograms published = PublishedPrograms.NONE;

    Registrar(WorkerSettings settings, WorkerParts parts, Contact contact, Fate fate) {
        this.settings = settings;
        this.parts = parts;
        this.contact = contact;
        this.fate = fate;
    }

    /** Registers once. */
    void register() {
        WorkerRegistration registration =
                new WorkerRegistration(
                        settings.id(),
                        settings.pool(),
                        settings.host(),
                        settings.slots(),
                        settings.version(),
                        parts.runner().offers(published.programs()),
                        settings.roots());
        long sentAt = System.nanoTime();
        Registered registered = parts.queue().register(registration);
        contact.registered(registered, sentAt);
        LOG.info(
                "worker {} registered with {} slots in pool {}",
                settings.id(),
                settings.slots(),
                settings.pool());
        follow(registered.programs());
    }

    /** Learns what users have published, unless it is known, and offers what of it runs here. */
    void follow(long edition) {
        if (edition != published.edition()) {
            PublishedPrograms newest = parts.queue().programs();
            parts.queue()
                    .offer(
                            new WorkerOffers(
                                    settings.id(), parts.runner().offers(newest.programs())));
            published = newest;
            LOG.info("worker {} knows edition {} of programs", settings.id(), newest.edition());
        }
    }

    /**
     * Registers as soon as the coordinator can be reached.
     *
     * @param drained whether the worker shall end instead
     * @return whether it is registered
     */
    boolean registerAtLast(BooleanSupplier drained) throws InterruptedException {
        Backoff backoff = new Backoff();
        while (!drained.getAsBoolean() && fate.end().isEmpty()) {
            try {
                register();
                return true;
            } catch (ProteusException failed) {
                note(failed, backoff);
            }
            backoff.pause();
        }
        return false;
    }

    private void note(ProteusException failed, Backoff backoff) {
        if (failed.problem().code() == ErrorCode.BAD_REQUEST) {
            fate.seal(failed.problem());
        } else if (!fate.isSealedBy(failed) && backoff.attempts() % 10 == 0) {
            LOG.warn("cannot register yet: {}", failed.problem().text());
        }
    }
}
