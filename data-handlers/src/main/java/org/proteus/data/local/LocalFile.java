package org.proteus.data.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.proteus.data.DataSource;
import org.proteus.data.Segments;
import org.proteus.data.SourceEntry;
import org.proteus.data.tree.Sight;

/** A source that is one file. It may be a link: who names it means what it leads to. */
final class LocalFile implements DataSource {

    private final Path real;
    private final String segment;

    LocalFile(Path real, Path named) {
        this.real = real;
        this.segment = LocalPaths.segment(named);
    }

    @Override
    public Iterator<SourceEntry> list(Optional<String> after) throws IOException {
        if (after.isPresent()) {
            return Collections.emptyIterator();
        }
        Sight.Thing sight =
                LocalContent.sight(Files.readAttributes(real, BasicFileAttributes.class));
        return List.of(
                        new SourceEntry(
                                segment,
                                Segments.readable(segment),
                                sight.size(),
                                sight.etag(),
                                Optional.empty()))
                .iterator();
    }

    @Override
    public InputStream open(String entry) throws IOException {
        if (!entry.equals(segment)) {
            throw new IOException("the source holds no object " + Segments.readable(entry));
        }
        return LocalContent.open(real);
    }

    @Override
    public void close() {}
}
