package org.proteus.coordinator.listing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.proteus.data.SourceEntry;

/** A listing without what stands below one folder. Not thread-safe. */
final class OtherEntries implements Iterator<SourceEntry> {

    private final Iterator<SourceEntry> entries;
    private final String prefix;
    private SourceEntry upcoming;

    OtherEntries(Iterator<SourceEntry> entries, String prefix) {
        this.entries = entries;
        this.prefix = prefix;
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null && entries.hasNext()) {
            SourceEntry entry = entries.next();
            upcoming = entry.name().startsWith(prefix) ? null : entry;
        }
        return upcoming != null;
    }

    @Override
    public SourceEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceEntry entry = upcoming;
        upcoming = null;
        return entry;
    }
}
