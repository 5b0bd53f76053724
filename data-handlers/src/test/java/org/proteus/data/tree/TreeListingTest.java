package org.proteus.data.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.data.SourceEntry;

class TreeListingTest {

    private record FixedLeaf(String segment, Sight sight) implements Leaf {
        @Override
        public Sight look() throws IOException {
            if (sight == null) {
                throw new IOException("cannot be looked at");
            }
            return sight;
        }
    }

    @Test
    void whatCannotBeReadIsAnEntryInItsPlace() throws IOException {
        assertThat(names(TreeListingTest::withSecret, Optional.empty()))
                .containsExactly("a", "lost", "secret", "z");
        assertThat(names(TreeListingTest::withSecret, Optional.of("lost")))
                .containsExactly("secret", "z");
    }

    @Test
    void continuesWithAFolderThatCanNoLongerBeEntered() throws IOException {
        assertThat(names(TreeListingTest::withSecret, Optional.of("secret/b/c")))
                .containsExactly("secret", "z");
        assertThat(names(TreeListingTest::withSecret, Optional.of("secret"))).containsExactly("z");
    }

    @Test
    void aLostConnectionEndsTheListing() throws IOException {
        Tree tree =
                folder -> {
                    if (folder.isEmpty()) {
                        return List.of(file("a"), folder("b"), file("c"));
                    }
                    throw new ConnectionLostException("gone", null);
                };
        TreeListing listing = new TreeListing(tree, true, Optional.empty());
        assertThatThrownBy(() -> listing.forEachRemaining(_ -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void aRootThatCannotBeReadIsAnError() {
        Tree tree =
                _ -> {
                    throw new IOException("permission denied");
                };
        assertThatThrownBy(() -> new TreeListing(tree, true, Optional.empty()))
                .isInstanceOf(IOException.class);
    }

    private static List<? extends Leaf> withSecret(String folder) throws IOException {
        if (folder.isEmpty()) {
            return List.of(folder("secret"), file("z"), new FixedLeaf("lost", null), file("a"));
        }
        throw new IOException("permission denied");
    }

    private static Leaf file(String name) {
        return new FixedLeaf(name, new Sight.Thing(1, ""));
    }

    private static Leaf folder(String name) {
        return new FixedLeaf(name, new Sight.Folder());
    }

    private static List<String> names(Tree tree, Optional<String> after) throws IOException {
        List<String> names = new ArrayList<>();
        new TreeListing(tree, true, after).forEachRemaining(entry -> names.add(entry.name()));
        return names;
    }

    @Test
    void referencesAreEncodedAndNamesReadable() throws IOException {
        Tree tree = _ -> List.of(file("a%20b"), file("%FFx"), file("c%2Fd"));
        List<SourceEntry> entries = new ArrayList<>();
        new TreeListing(tree, true, Optional.empty()).forEachRemaining(entries::add);
        assertThat(entries)
                .extracting(SourceEntry::entry)
                .containsExactly("%FFx", "a%20b", "c%2Fd");
        assertThat(entries).extracting(SourceEntry::name).containsExactly("%FFx", "a b", "c%2Fd");
    }
}
