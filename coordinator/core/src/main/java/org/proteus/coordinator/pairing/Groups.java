package org.proteus.coordinator.pairing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.proteus.data.DataSource;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Pairing;

/** Finds the groups of a source. Thread-safe. */
public final class Groups {

    private Groups() {}

    /**
     * Begins a walk over the whole source; a manifest is looked for and read before.
     *
     * @param own leaves out of a listing what is no object of the job
     * @throws IOException if the source or the manifest cannot be read
     * @throws ProteusException if the manifest is not there or cannot be used
     */
    public static Finding of(
            Pairing pairing, DataSource source, UnaryOperator<Iterator<SourceEntry>> own)
            throws IOException {
        Grouping grouping =
                switch (pairing) {
                    case Pairing.ByPattern pattern ->
                            new PatternGroups(pattern, new Room(Room.MOST_WAITING));
                    case Pairing.ByOrder order ->
                            new OrderGroups(order.count(), new Room(Room.MOST_WAITING));
                    case Pairing.ByManifest manifest -> listed(manifest, source);
                };
        return new Finding(own.apply(source.list(Optional.empty())), grouping);
    }

    private static Grouping listed(Pairing.ByManifest pairing, DataSource source)
            throws IOException {
        SourceEntry file = find(pairing.file(), source);
        try (InputStream in = source.open(file.entry())) {
            return new ManifestGroups(file, ManifestReader.read(file.name(), in));
        }
    }

    private static SourceEntry find(String name, DataSource source) throws IOException {
        for (Iterator<SourceEntry> all = source.list(Optional.empty()); all.hasNext(); ) {
            SourceEntry entry = all.next();
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        throw new ProteusException(
                ErrorCode.SOURCE_UNREADABLE,
                "the source holds no manifest '" + name + "'",
                "put it into the source, and name it as it stands below the source");
    }
}
