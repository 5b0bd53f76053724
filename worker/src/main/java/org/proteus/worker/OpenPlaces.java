package org.proteus.worker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.foundation.model.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sources and sinks that stay open between tasks, one for each place and its credentials, so that
 * connections are reused. Thread-safe.
 */
final class OpenPlaces implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPlaces.class);

    /** Many servers drop a connection after some minutes without a word. */
    private static final long IDLE_NANOS = Duration.ofSeconds(60).toNanos();

    private record Key(boolean sink, String uri, Optional<Credentials> credentials) {}

    private final DataHandlers handlers;
    private final Map<Key, Entry> entries = new HashMap<>();

    OpenPlaces(DataHandlers handlers) {
        this.handlers = handlers;
    }

    Use<DataSource> source(String uri, Optional<Credentials> credentials) {
        Entry entry =
                take(
                        new Key(false, uri, credentials),
                        () -> handlers.source(uri, credentials, false));
        return new Use<>(entry, DataSource.class);
    }

    Use<DataSink> sink(String uri, Optional<Credentials> credentials) {
        Entry entry = take(new Key(true, uri, credentials), () -> handlers.sink(uri, credentials));
        return new Use<>(entry, DataSink.class);
    }

    /** Closes what nobody has used for a while. */
    void closeIdle() {
        closeUnused(IDLE_NANOS);
    }

    @Override
    public void close() {
        closeUnused(0);
    }

    private Entry take(Key key, Supplier<AutoCloseable> opening) {
        synchronized (entries) {
            Entry entry = entries.computeIfAbsent(key, k -> new Entry(k, opening));
            entry.users++;
            return entry;
        }
    }

    private void closeUnused(long idleNanos) {
        synchronized (entries) {
            for (Iterator<Entry> each = entries.values().iterator(); each.hasNext(); ) {
                Entry entry = each.next();
                if (entry.users == 0 && System.nanoTime() - entry.lastUse >= idleNanos) {
                    each.remove();
                    entry.close();
                }
            }
        }
    }

    private void giveBack(Entry entry) {
        synchronized (entries) {
            entry.users--;
            entry.lastUse = System.nanoTime();
            if (entry.broken && entry.users == 0) {
                entry.close();
            }
        }
    }

    private void drop(Entry entry) {
        synchronized (entries) {
            entry.broken = true;
            entries.remove(entry.key, entry);
        }
    }

    /** A place and how many tasks use it. The counters belong to the lock of the map. */
    private static final class Entry {
        private final Key key;
        private final Supplier<AutoCloseable> opening;
        private AutoCloseable place;
        private int users;
        private long lastUse;
        private boolean broken;

        Entry(Key key, Supplier<AutoCloseable> opening) {
            this.key = key;
            this.opening = opening;
        }

        /** Opens on first use; whoever comes meanwhile waits for the same connection. */
        synchronized AutoCloseable open() {
            if (place == null) {
                place = opening.get();
            }
            return place;
        }

        synchronized void close() {
            try {
                if (place != null) {
                    place.close();
                }
            } catch (Exception failed) {
                LOG.debug("closing a place failed", failed);
            }
        }
    }

    /**
     * The use of a place by one task; closing it leaves the place open for the next.
     *
     * @param <P> source or sink
     */
    final class Use<P extends AutoCloseable> implements AutoCloseable {
        private final Entry entry;
        private final Class<P> kind;

        private Use(Entry entry, Class<P> kind) {
            this.entry = entry;
            this.kind = kind;
        }

        /** Returns the place, opened if need be. */
        P place() {
            try {
                return kind.cast(entry.open());
            } catch (RuntimeException cannotOpen) {
                broken();
                throw cannotOpen;
            }
        }

        /** The connection may be unusable: the next task opens a new one. */
        void broken() {
            drop(entry);
        }

        @Override
        public void close() {
            giveBack(entry);
        }
    }
}
