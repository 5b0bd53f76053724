package org.proteus.data.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.proteus.data.DataSource;
import org.proteus.data.SourceEntry;

/**
 * What every {@link DataSource} with folders must do. An implementation says how objects come to
 * the place and how the source is opened, and which names the place cannot hold.
 */
public abstract class DataSourceContract {

    /** Stores an object at the place, with the folders that its path names. */
    protected abstract void put(String path, byte[] content) throws Exception;

    /** Opens the source, fresh. */
    protected abstract DataSource source(boolean recursive) throws Exception;

    /** Whether the place can hold this name. */
    protected boolean canHold(String name) {
        return true;
    }

    /** How many objects the large folder has; fewer only where the test server cannot take it. */
    protected int manyObjects() {
        return 10_000;
    }

    @Test
    void anEmptySourceListsNothing() throws Exception {
        try (DataSource source = source(true)) {
            assertThat(source.list(Optional.empty()).hasNext()).isFalse();
        }
    }

    @Test
    void listsEverythingBelowInTheSameOrderEachTime() throws Exception {
        putSome();
        try (DataSource source = source(true)) {
            List<SourceEntry> first = all(source, Optional.empty());
            assertThat(first)
                    .extracting(SourceEntry::name)
                    .containsExactly("a/1.txt", "a/b/2.txt", "a/c.txt", "b.txt", "c/3.txt");
            assertThat(first).extracting(SourceEntry::size).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(all(source, Optional.empty())).isEqualTo(first);
        }
    }

    @Test
    void listsTheTopOnlyWhenNotRecursive() throws Exception {
        putSome();
        try (DataSource source = source(false)) {
            assertThat(all(source, Optional.empty()))
                    .extracting(SourceEntry::name)
                    .containsExactly("b.txt");
        }
    }

    @Test
    void continuesAfterAnyEntryInAFreshSource() throws Exception {
        putSome();
        List<SourceEntry> whole;
        try (DataSource source = source(true)) {
            whole = all(source, Optional.empty());
        }
        for (int at = 0; at < whole.size(); at++) {
            try (DataSource source = source(true)) {
                assertThat(all(source, Optional.of(whole.get(at).entry())))
                        .isEqualTo(whole.subList(at + 1, whole.size()));
            }
        }
    }

    @Test
    void continuesWhereAnEntryWasThatIsGone() throws Exception {
        putSome();
        try (DataSource source = source(true)) {
            assertThat(all(source, Optional.of("a/b/9")))
                    .extracting(SourceEntry::name)
                    .containsExactly("a/c.txt", "b.txt", "c/3.txt");
        }
    }

    @Test
    void hostileNamesAreListedAndOpened() throws Exception {
        List<String> names = Names.HOSTILE.stream().filter(this::canHold).toList();
        for (String name : names) {
            put("sub " + (names.indexOf(name) % 2) + "%/" + name, name.getBytes(UTF_8));
        }
        try (DataSource source = source(true)) {
            List<SourceEntry> entries = all(source, Optional.empty());
            assertThat(entries)
                    .extracting(entry -> entry.name().substring("sub 0%/".length()))
                    .containsExactlyInAnyOrderElementsOf(names);
            for (SourceEntry entry : entries) {
                assertThat(read(source, entry.entry()))
                        .asString(UTF_8)
                        .isEqualTo(entry.name().substring("sub 0%/".length()));
            }
        }
    }

    @Test
    void passesOverItsOwnTemporaryObjects() throws Exception {
        put("kept.txt", new byte[1]);
        put(".proteus-12-3", new byte[1]);
        try (DataSource source = source(true)) {
            assertThat(all(source, Optional.empty()))
                    .extracting(SourceEntry::name)
                    .containsExactly("kept.txt");
        }
    }

    @Test
    void aChangedObjectHasAnotherEtag() throws Exception {
        put("x", new byte[10]);
        try (DataSource source = source(true)) {
            String before = all(source, Optional.empty()).getFirst().etag();
            assumeTrue(!before.isEmpty(), "the place knows no versions");
            put("x", new byte[11]);
            assertThat(all(source, Optional.empty()).getFirst().etag()).isNotEqualTo(before);
        }
    }

    @Test
    void anObjectThatIsNotThereFailsWithAWord() throws Exception {
        put("there", new byte[1]);
        try (DataSource source = source(true)) {
            for (String entry :
                    List.of("gone", "there/below", "..", "%2E%2E/x", "a/../../x", "%")) {
                assertThatThrownBy(() -> read(source, entry))
                        .as(entry)
                        .isInstanceOf(IOException.class)
                        .extracting(Throwable::getMessage)
                        .asString()
                        .isNotBlank()
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void opensManyLargeObjectsAtOnce() throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        for (int i = 0; i < 6; i++) {
            put("large" + i, content);
        }
        try (DataSource source = source(true);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<byte[]>> reads =
                    all(source, Optional.empty()).stream()
                            .map(entry -> (Callable<byte[]>) () -> read(source, entry.entry()))
                            .toList();
            for (Future<byte[]> read : threads.invokeAll(reads)) {
                assertThat(read.get()).isEqualTo(content);
            }
        }
    }

    @Test
    void canStopReadingInTheMiddle() throws Exception {
        put("large", new byte[2_000_000]);
        put("small", "after".getBytes(UTF_8));
        try (DataSource source = source(true)) {
            for (int i = 0; i < 3; i++) {
                try (InputStream in = source.open("large")) {
                    assertThat(in.readNBytes(10)).hasSize(10);
                }
                assertThat(read(source, "small")).asString(UTF_8).isEqualTo("after");
            }
        }
    }

    @Test
    void listsALargeFolderWhole() throws Exception {
        for (int i = 0; i < manyObjects(); i++) {
            put("many/" + i, new byte[0]);
        }
        try (DataSource source = source(true)) {
            List<SourceEntry> entries = all(source, Optional.empty());
            assertThat(entries).hasSize(manyObjects()).doesNotHaveDuplicates();
            assertThat(read(source, entries.getLast().entry())).isEmpty();
        }
    }

    private void putSome() throws Exception {
        put("b.txt", new byte[4]);
        put("a/c.txt", new byte[3]);
        put("a/1.txt", new byte[1]);
        put("c/3.txt", new byte[5]);
        put("a/b/2.txt", new byte[2]);
    }

    /** Returns the rest of a listing. */
    protected static List<SourceEntry> all(DataSource source, Optional<String> after)
            throws IOException {
        List<SourceEntry> entries = new ArrayList<>();
        Iterator<SourceEntry> listing = source.list(after);
        listing.forEachRemaining(entries::add);
        return entries;
    }

    /** Returns the content of an object. */
    protected static byte[] read(DataSource source, String entry) throws IOException {
        try (InputStream in = source.open(entry)) {
            return in.readAllBytes();
        }
    }
}
