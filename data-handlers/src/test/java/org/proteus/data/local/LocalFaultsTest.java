package org.proteus.data.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LocalFaultsTest {

    @TempDir Path folder;
    private final DataHandlers handlers = new DataHandlers(List.of(new LocalFiles()));

    @Test
    void linksToFilesInsideAreFollowed() throws IOException {
        StoredFiles.put(folder, "in/real.txt", "content".getBytes(UTF_8));
        Files.createSymbolicLink(folder.resolve("in/link.txt"), Path.of("real.txt"));
        assertThat(entry("link.txt").size()).isEqualTo(7);
        assertThat(failureOf("link.txt")).isEmpty();
    }

    @Test
    void linksThatLeadOutsideOrNowhereAreEntriesThatFail() throws IOException {
        StoredFiles.put(folder, "secret.txt", "secret".getBytes(UTF_8));
        StoredFiles.put(folder, "in/x", new byte[1]);
        Files.createSymbolicLink(folder.resolve("in/out"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("in/outer"), folder);
        Files.createSymbolicLink(folder.resolve("in/void"), Path.of("nothing"));
        Files.createSymbolicLink(folder.resolve("in/loop"), Path.of("loop"));
        assertThat(names()).containsExactly("loop", "out", "outer", "void", "x");
        assertThat(failureOf("out").orElseThrow()).contains("outside the source");
        assertThat(failureOf("outer").orElseThrow()).contains("outside the source");
        assertThat(failureOf("void").orElseThrow()).contains("link to nothing");
        assertThat(failureOf("loop").orElseThrow()).containsIgnoringCase("link");
    }

    @Test
    void linksToFoldersInsideCannotMakeACircle() throws IOException {
        StoredFiles.put(folder, "in/a/x", new byte[1]);
        Files.createSymbolicLink(folder.resolve("in/a/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("in/b"), Path.of("a"));
        assertThat(names()).containsExactly("a/x");
    }

    @Test
    void aPipeIsAnEntryThatFailsAtOnce() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        run("mkfifo", folder.resolve("in/pipe").toString());
        assertThat(names()).containsExactly("pipe");
        assertThat(failureOf("pipe").orElseThrow()).contains("it is a pipe");
        assertThatThrownBy(() -> firstOf(folder.resolve("in/pipe"))).hasMessageContaining("pipe");
    }

    @Test
    void namesThatAreNotUtf8AreListedAndOpened() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        URI odd = URI.create(folder.resolve("in").toUri() + "caf%E9%FF.txt");
        Files.writeString(Path.of(odd), "old encoding");
        assertThat(names()).containsExactly("caf%E9%FF.txt");
        try (DataSource source = source()) {
            SourceEntry entry = source.list(Optional.empty()).next();
            assertThat(source.open(entry.entry())).hasContent("old encoding");
        }
    }

    @Test
    void oneFileIsASourceOfOneObject() throws IOException {
        StoredFiles.put(folder, "a b.txt", "one".getBytes(UTF_8));
        URI uri = folder.resolve("a b.txt").toUri();
        try (DataSource source = handlers.source(uri.toString(), Optional.empty(), true)) {
            SourceEntry entry = source.list(Optional.empty()).next();
            assertThat(entry.name()).isEqualTo("a b.txt");
            assertThat(source.open(entry.entry())).hasContent("one");
            assertThat(source.list(Optional.of(entry.entry())).hasNext()).isFalse();
        }
    }

    @Test
    void aMissingSourceIsUnreadable() {
        assertThatThrownBy(() -> handlers.source(folder.toUri() + "no", Optional.empty(), true))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
                            assertThat(e.problem().message()).contains("does not exist");
                        });
    }

    @Test
    void aSinkThatIsAFileOrReadOnlyIsUnwritable() throws Exception {
        StoredFiles.put(folder, "file", new byte[1]);
        assertUnwritable(folder.toUri() + "file");
        assertUnwritable(folder.toUri() + "file/below");
        assertUnwritable("file:///proc/proteus-sink/");
    }

    @Test
    void aReadOnlyFolderIsUnwritable() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        if (System.getProperty("user.name").equals("root")) {
            assumeTrue(runs("chattr", "+i", locked.toString()), "chattr works here");
        } else {
            run("chmod", "a-w", locked.toString());
        }
        try {
            assertUnwritable(locked.toUri().toString());
        } finally {
            runs("chattr", "-i", locked.toString());
            runs("chmod", "u+w", locked.toString());
        }
    }

    @Test
    void aLinkInsideTheSinkDoesNotLeadOut() throws IOException {
        Path out = Files.createDirectories(folder.resolve("sink"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(out.resolve("link"), outside);
        try (DataSink sink = handlers.sink(out.toUri().toString(), Optional.empty())) {
            sink.prepare(".proteus-1-1", new ByteArrayInputStream(new byte[1]));
            assertThatThrownBy(() -> sink.publish(".proteus-1-1", "link/x", 1))
                    .hasMessageContaining("leads outside");
            assertThatThrownBy(() -> sink.publish(".proteus-1-1", "link/y/x", 1))
                    .hasMessageContaining("leads outside");
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void fileUrisOfOtherMachinesOrWithBareSignsAreRefused() {
        for (String uri : List.of("file://host/x", "file:///a?b", "file:///a#b", "file:a")) {
            assertThatThrownBy(() -> handlers.source(uri, Optional.empty(), true))
                    .as(uri)
                    .isInstanceOfSatisfying(
                            ProteusException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
        }
    }

    private void assertUnwritable(String uri) {
        assertThatThrownBy(() -> handlers.sink(uri, Optional.empty()))
                .as(uri)
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.SINK_UNWRITABLE);
                            assertThat(e.problem().message()).doesNotContain("Exception");
                        });
    }

    private DataSource source() {
        return handlers.source(folder.toUri() + "in/", Optional.empty(), true);
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DataSource source = source()) {
            source.list(Optional.empty()).forEachRemaining(entry -> names.add(entry.name()));
        }
        return names;
    }

    private SourceEntry entry(String name) throws IOException {
        try (DataSource source = source()) {
            List<SourceEntry> entries = new ArrayList<>();
            source.list(Optional.empty()).forEachRemaining(entries::add);
            return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
        }
    }

    private Optional<String> failureOf(String name) throws IOException {
        SourceEntry entry = entry(name);
        try (DataSource source = source();
                var content = source.open(entry.entry())) {
            content.readAllBytes();
            return Optional.empty();
        } catch (IOException e) {
            assertThat(entry.size()).isEqualTo(-1);
            return Optional.of(e.getMessage());
        }
    }

    private void firstOf(Path path) throws IOException {
        try (DataSource source = handlers.source(path.toUri().toString(), Optional.empty(), true)) {
            source.open(source.list(Optional.empty()).next().entry()).close();
        }
    }

    private static void run(String... command) throws Exception {
        assertThat(runs(command)).as(String.join(" ", command)).isTrue();
    }

    private static boolean runs(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
