package org.proteus.coordinator.pairing;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.proteus.data.SourceEntry;

/** Walks a listing step by step and gives what makes elements. Not thread-safe. */
public final class Finding {

    private final Iterator<SourceEntry> entries;
    private final Grouping grouping;
    private final Queue<Found> ready = new ArrayDeque<>();
    private boolean ended;

    Finding(Iterator<SourceEntry> entries, Grouping grouping) {
        this.entries = entries;
        this.grouping = grouping;
    }

    /** Returns the walk over objects that stand alone. */
    public static Finding alone(Iterator<SourceEntry> entries) {
        return new Finding(entries, new Alone());
    }

    /** Whether there is a next step. */
    public boolean hasNext() {
        return !ready.isEmpty() || entries.hasNext() || !ended;
    }

    /** Takes one step; it may give nothing yet. */
    public Optional<Found> next() {
        if (ready.isEmpty()) {
            if (entries.hasNext()) {
                grouping.take(entries.next(), ready::add);
            } else if (!ended) {
                ended = true;
                grouping.end(ready::add);
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    /** No grouping at all. */
    private static final class Alone implements Grouping {

        @Override
        public void take(SourceEntry entry, Consumer<Found> complete) {
            complete.accept(Found.alone(entry));
        }

        @Override
        public void end(Consumer<Found> incomplete) {
            // Nothing waits for anything.
        }
    }
}
