package org.proteus.data.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.data.NameRules;
import org.proteus.data.Segments;
import org.proteus.data.SourceEntry;
import org.proteus.data.TemporaryGoneException;
import org.proteus.data.tree.FinalName;
import org.proteus.data.tree.Leaf;
import org.proteus.data.tree.Sight;
import org.proteus.data.tree.TreeListing;

/** A source and sink in memory, for tests; keys are encoded paths. */
public final class MemoryPlace implements DataSink {

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

    private record MemoryLeaf(String segment, Sight look) implements Leaf {}

    /** Returns what is stored, by encoded path. */
    public NavigableMap<String, byte[]> objects() {
        return objects;
    }

    /** Returns these objects as a source. */
    public DataSource source(boolean recursive) {
        return new DataSource() {
            @Override
            public Iterator<SourceEntry> list(Optional<String> after) throws IOException {
                return new TreeListing(MemoryPlace.this::children, recursive, after);
            }

            @Override
            public InputStream open(String entry) throws IOException {
                byte[] content = objects.get(entry);
                if (content == null) {
                    throw new IOException("there is no object " + Segments.readable(entry));
                }
                return new ByteArrayInputStream(content);
            }

            @Override
            public void close() {}
        };
    }

    private List<Leaf> children(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        Map<String, Leaf> leaves = new HashMap<>();
        objects.tailMap(prefix)
                .forEach((path, content) -> {
                    if (path.startsWith(prefix)) {
                        String below = path.substring(prefix.length());
                        int slash = below.indexOf('/');
                        String name = slash < 0 ? below : below.substring(0, slash);
                        leaves.put(name, new MemoryLeaf(name, sight(slash, content)));
                    }
                });
        return new ArrayList<>(leaves.values());
    }

    private static Sight sight(int slash, byte[] content) {
        return slash < 0
                ? new Sight.Thing(content.length, "v" + Arrays.hashCode(content))
                : new Sight.Folder();
    }

    @Override
    public NameRules nameRules() {
        return NameRules.UNIX;
    }

    @Override
    public void prepare(String temporaryName, InputStream content) throws IOException {
        objects.put(FinalName.temporary(temporaryName), content.readAllBytes());
    }

    @Override
    public String publish(String temporaryName, String finalName, long size) throws IOException {
        String target =
                String.join(
                        "/",
                        FinalName.segments(finalName, nameRules()).stream()
                                .map(Segments::encode)
                                .toList());
        byte[] content = objects.remove(FinalName.temporary(temporaryName));
        if (content != null) {
            objects.put(target, content);
        } else if (!objects.containsKey(target) || objects.get(target).length != size) {
            throw new TemporaryGoneException(temporaryName);
        }
        return "memory://here/" + target;
    }

    @Override
    public void discard(String temporaryName) throws IOException {
        objects.remove(FinalName.temporary(temporaryName));
    }

    @Override
    public void close() {}
}
