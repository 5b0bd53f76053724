package org.proteus.data.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.proteus.data.Segments;
import org.proteus.data.SourceEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks a {@link Tree} depth first, each folder sorted by encoded name. It holds the names of the
 * folders on the way down and nothing else. The reference of an entry is its encoded path.
 */
public final class TreeListing implements Iterator<SourceEntry> {

    private static final Logger LOG = LoggerFactory.getLogger(TreeListing.class);

    private record Level(String prefix, Iterator<? extends Leaf> leaves) {}

    private final Tree tree;
    private final boolean recursive;
    private final Deque<Level> levels = new ArrayDeque<>();
    private Optional<SourceEntry> upcoming;

    /**
     * Starts a walk.
     *
     * @param after reference of the entry to continue after
     * @throws IOException if the root cannot be read
     */
    public TreeListing(Tree tree, boolean recursive, Optional<String> after) throws IOException {
        this.tree = tree;
        this.recursive = recursive;
        enter("", after);
        upcoming = advance();
    }

    @Override
    public boolean hasNext() {
        return upcoming.isPresent();
    }

    @Override
    public SourceEntry next() {
        SourceEntry entry = upcoming.orElseThrow(NoSuchElementException::new);
        upcoming = advance();
        return entry;
    }

    private Optional<SourceEntry> advance() {
        while (!levels.isEmpty()) {
            Level level = levels.getFirst();
            if (!level.leaves().hasNext()) {
                levels.removeFirst();
                continue;
            }
            Leaf leaf = level.leaves().next();
            Optional<SourceEntry> entry = visit(level.prefix() + leaf.segment(), leaf);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    private Optional<SourceEntry> visit(String path, Leaf leaf) {
        try {
            switch (leaf.look()) {
                case Sight.Thing(long size, String etag) -> {
                    return Optional.of(entry(path, size, etag));
                }
                case Sight.Folder _ -> {
                    if (recursive) {
                        enter(path + "/", Optional.empty());
                    }
                }
                case Sight.Alias _ -> LOG.debug("{} is listed at its own place", path);
            }
            return Optional.empty();
        } catch (ConnectionLostException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at: {}", path, e.getMessage());
            return Optional.of(entry(path, -1, ""));
        }
    }

    /** Goes down to where the last walk ended, or to the beginning of the folder. */
    private void enter(String prefix, Optional<String> after) throws IOException {
        String folder = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        List<Leaf> leaves = new ArrayList<>(tree.children(folder));
        leaves.removeIf(leaf -> Segments.isOwn(leaf.segment()));
        leaves.sort(Comparator.comparing(Leaf::segment));
        if (after.isEmpty()) {
            levels.addFirst(new Level(prefix, leaves.iterator()));
        } else {
            resume(prefix, leaves, after.get());
        }
    }

    private void resume(String prefix, List<Leaf> leaves, String after) throws IOException {
        int slash = after.indexOf('/');
        String head = slash < 0 ? after : after.substring(0, slash);
        List<Leaf> later =
                leaves.stream().filter(leaf -> leaf.segment().compareTo(head) > 0).toList();
        levels.addFirst(new Level(prefix, later.iterator()));
        if (slash < 0 || !recursive) {
            return;
        }
        for (Leaf leaf : leaves) {
            if (leaf.segment().equals(head)) {
                resumeIn(prefix, leaf, after.substring(slash + 1));
            }
        }
    }

    /** What was a folder last time and can no longer be entered is visited like anything else. */
    private void resumeIn(String prefix, Leaf leaf, String after) throws IOException {
        try {
            if (leaf.look() instanceof Sight.Folder) {
                enter(prefix + leaf.segment() + "/", Optional.of(after));
                return;
            }
        } catch (ConnectionLostException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("{}{} can no longer be entered", prefix, leaf.segment(), e);
        }
        levels.addFirst(new Level(prefix, List.of(leaf).iterator()));
    }

    private static SourceEntry entry(String path, long size, String etag) {
        return new SourceEntry(path, Segments.readable(path), size, etag, Optional.empty());
    }
}
