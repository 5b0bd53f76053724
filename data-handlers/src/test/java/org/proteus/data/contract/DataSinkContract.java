package org.proteus.data.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proteus.data.DataSink;
import org.proteus.data.TemporaryGoneException;

/** What every {@link DataSink} must do. An implementation says what really stands at the place. */
public abstract class DataSinkContract {

    private static final String TEMPORARY = ".proteus-task1-7";

    /** Opens the sink, fresh. */
    protected abstract DataSink sink() throws Exception;

    /** Returns every object at the place by its path below the sink, temporary ones too. */
    protected abstract Map<String, byte[]> stored() throws Exception;

    /** Whether the place can hold this name. */
    protected boolean canHold(String name) {
        return true;
    }

    @Test
    void whatIsPreparedHasNoFinalNameUntilItIsPublished() throws Exception {
        try (DataSink sink = sink()) {
            sink.prepare(TEMPORARY, text("hello"));
            assertThat(stored()).containsOnlyKeys(TEMPORARY);
            sink.publish(TEMPORARY, "a.txt", 5);
            assertThat(stored()).containsOnlyKeys("a.txt");
            assertThat(stored().get("a.txt")).asString(UTF_8).isEqualTo("hello");
        }
    }

    @Test
    void publishReturnsAUriWithoutCredentials() throws Exception {
        try (DataSink sink = sink()) {
            sink.prepare(TEMPORARY, text("x"));
            URI uri = URI.create(sink.publish(TEMPORARY, "f o/ä%.txt", 1));
            assertThat(uri.getRawUserInfo()).isNull();
            assertThat(uri.getRawPath()).endsWith("/f%20o/%C3%A4%25.txt");
        }
    }

    @Test
    void publishMakesFoldersAndReplacesWhatStandsThere() throws Exception {
        try (DataSink sink = sink()) {
            publish(sink, ".proteus-1-1", "x/y/z.txt", "first");
            publish(sink, ".proteus-2-1", "x/y/other.txt", "other");
            publish(sink, ".proteus-3-1", "x/y/z.txt", "second!");
            assertThat(stored()).containsOnlyKeys("x/y/z.txt", "x/y/other.txt");
            assertThat(stored().get("x/y/z.txt")).asString(UTF_8).isEqualTo("second!");
        }
    }

    @Test
    void publishingTwiceIsHarmless() throws Exception {
        String first;
        try (DataSink sink = sink()) {
            first = publish(sink, TEMPORARY, "d/a", "hello");
        }
        try (DataSink sink = sink()) {
            assertThat(sink.publish(TEMPORARY, "d/a", 5)).isEqualTo(first);
        }
        assertThat(stored().get("d/a")).asString(UTF_8).isEqualTo("hello");
    }

    @Test
    void publishSaysWhenTheTemporaryObjectIsGone() throws Exception {
        try (DataSink sink = sink()) {
            assertThatThrownBy(() -> sink.publish(TEMPORARY, "none", 5))
                    .isInstanceOf(TemporaryGoneException.class);
            assertThatThrownBy(() -> sink.publish(TEMPORARY, "no/folder", 5))
                    .isInstanceOf(TemporaryGoneException.class);
            publish(sink, ".proteus-2-1", "other", "of another size");
            assertThatThrownBy(() -> sink.publish(TEMPORARY, "other", 5))
                    .isInstanceOf(TemporaryGoneException.class);
        }
    }

    @Test
    void preparingAgainReplaces() throws Exception {
        try (DataSink sink = sink()) {
            sink.prepare(TEMPORARY, text("a longer first text"));
            sink.prepare(TEMPORARY, text("second"));
            sink.publish(TEMPORARY, "a", 6);
            assertThat(stored().get("a")).asString(UTF_8).isEqualTo("second");
        }
    }

    @Test
    void discardDeletesAndIsHarmlessWhenNothingIsThere() throws Exception {
        try (DataSink sink = sink()) {
            sink.prepare(TEMPORARY, text("x"));
            sink.discard(TEMPORARY);
            sink.discard(TEMPORARY);
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void contentThatBreaksOffIsNotKept() throws Exception {
        try (DataSink sink = sink()) {
            InputStream broken =
                    new SequenceInputStream(
                            new ByteArrayInputStream(new byte[100_000]), new BrokenStream());
            assertThatThrownBy(() -> sink.prepare(TEMPORARY, broken))
                    .hasMessageContaining("broke off");
            assertThat(stored()).isEmpty();
            publish(sink, TEMPORARY, "works.txt", "still");
            assertThat(stored()).containsOnlyKeys("works.txt");
        }
    }

    @Test
    void emptyAndLargeContentArriveWhole() throws Exception {
        byte[] large = new byte[5_000_001];
        new Random(3).nextBytes(large);
        try (DataSink sink = sink()) {
            publish(sink, ".proteus-1-1", "empty", "");
            sink.prepare(".proteus-2-1", new ByteArrayInputStream(large));
            sink.publish(".proteus-2-1", "large", large.length);
        }
        assertThat(stored().get("empty")).isEmpty();
        assertThat(stored().get("large")).isEqualTo(large);
    }

    @Test
    void hostileNamesArePublished() throws Exception {
        List<String> names = Names.HOSTILE.stream().filter(this::canHold).toList();
        try (DataSink sink = sink()) {
            for (String name : names) {
                publish(sink, TEMPORARY, "in %41/" + name, name);
            }
        }
        assertThat(stored().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> "in %41/" + name).toList());
        stored().forEach((name, content) ->
                assertThat("in %41/" + new String(content, UTF_8)).isEqualTo(name));
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws Exception {
        try (DataSink sink = sink()) {
            sink.prepare(TEMPORARY, text("x"));
            for (String name : Names.OUTSIDE) {
                assertThatThrownBy(() -> sink.publish(TEMPORARY, name, 1))
                        .as(name)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("refuses the name");
            }
            String tooLong = "n".repeat(sink.nameRules().maxBytes() + 1);
            assertThatThrownBy(() -> sink.publish(TEMPORARY, tooLong, 1))
                    .hasMessageContaining("longer than");
            for (char c : sink.nameRules().forbidden().toCharArray()) {
                assertThatThrownBy(() -> sink.publish(TEMPORARY, "a" + c, 1))
                        .hasMessageContaining("does not allow");
            }
            assertThat(stored()).containsOnlyKeys(TEMPORARY);
            for (String name : List.of("../x", "a/b", "plain", ".proteus-1/2")) {
                assertThatThrownBy(() -> sink.prepare(name, text("x"))).as(name).isNotNull();
                assertThatThrownBy(() -> sink.discard(name)).as(name).isNotNull();
            }
        }
    }

    @Test
    void takesManyAtOnce() throws Exception {
        try (DataSink sink = sink();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> writes =
                    IntStream.range(0, 12)
                            .mapToObj(i ->
                                    (Callable<String>)
                                            () ->
                                                    publish(
                                                            sink,
                                                            ".proteus-" + i + "-1",
                                                            "p/q/" + i,
                                                            "content " + i))
                            .toList();
            for (Future<String> written : threads.invokeAll(writes)) {
                written.get();
            }
        }
        assertThat(stored()).hasSize(12);
        assertThat(stored().get("p/q/11")).asString(UTF_8).isEqualTo("content 11");
    }

    private static String publish(DataSink sink, String temporary, String name, String content)
            throws IOException {
        sink.prepare(temporary, text(content));
        return sink.publish(temporary, name, content.getBytes(UTF_8).length);
    }

    private static InputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private static final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the content broke off");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return read();
        }
    }
}
