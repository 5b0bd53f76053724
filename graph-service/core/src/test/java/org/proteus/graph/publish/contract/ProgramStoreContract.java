package org.proteus.graph.publish.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.publish.Expected;
import org.proteus.graph.publish.ProgramStore;
import org.proteus.graph.publish.ProgramVersion;
import org.proteus.graph.publish.Publishing;

/** What every {@link ProgramStore} does, alone and under {@link Publishing}. */
public abstract class ProgramStoreContract {

    private static final Expected ANYTHING = new Expected.Anything();

    /** Returns the store under test, the same at each call. */
    protected abstract ProgramStore store();

    /** Returns the store as another process finds it that begins now. */
    protected abstract ProgramStore reopened();

    @Test
    protected void aNewStoreIsEmpty() {
        assertThat(store().load()).isEqualTo(new ProgramStore.State(store().edition(), List.of()));
        assertThat(store().versions("none")).isEmpty();
        assertThat(store().document("none", "1")).isEmpty();
    }

    @Test
    protected void everyVersionIsKeptWithItsBytes() {
        Bytes one = TestDocument.of("a", "1.0", "image/png", "image/gif");
        Bytes two = TestDocument.of("a", "2.0", "image/png", "image/gif");
        publish(one);
        publish(two);
        publish(TestDocument.of("b", "1.0", "image/png", "image/gif"));
        assertThat(versions("a")).containsExactly("1.0", "2.0*");
        publish(one);
        assertThat(versions("a")).containsExactly("1.0*", "2.0");
        long edition = store().edition();
        assertThat(store().withdraw("a", edition)).isTrue();
        assertThat(versions("a")).containsExactly("1.0", "2.0");

        assertThat(store().load().current()).extracting(ProgramVersion::id).containsExactly("b");
        ProgramStore later = reopened();
        assertThat(later.load().current()).extracting(ProgramVersion::id).containsExactly("b");
        assertThat(later.document("a", "1.0")).contains(one);
        assertThat(later.document("a", "2.0")).contains(two);
        assertThat(later.document("a", "3.0")).isEmpty();
        ProgramVersion first = later.versions("a").getFirst();
        assertThat(first.checksum()).isEqualTo(TestDocument.version(one).checksum());
        assertThat(Duration.between(first.published(), Instant.now()).abs())
                .isLessThan(Duration.ofHours(1));
    }

    @Test
    protected void aChangeOnAnOldEditionIsRefusedAndChangesNothing() {
        long before = store().edition();
        publish(TestDocument.of("a", "1", "image/png", "image/gif"));
        assertThat(store().edition()).isGreaterThan(before);
        Bytes late = TestDocument.of("a", "2", "image/png", "image/gif");
        assertThat(store().publish(TestDocument.version(late), before)).isFalse();
        assertThat(store().withdraw("a", before)).isFalse();
        assertThat(versions("a")).containsExactly("1*");
        assertThat(store().document("a", "2")).isEmpty();
    }

    @Test
    protected void ofManyChangesOnOneEditionOneIsMade() throws Exception {
        long edition = store().edition();
        List<Callable<Boolean>> changes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Bytes document = TestDocument.of("p" + i, "1", "image/png", "image/gif");
            changes.add(() -> store().publish(TestDocument.version(document), edition));
        }
        int made = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> change : threads.invokeAll(changes)) {
                made += change.get() ? 1 : 0;
            }
        }
        assertThat(made).isEqualTo(1);
        assertThat(store().load().current()).hasSize(1);
    }

    @Test
    protected void bytesOfAnySizeAndEncodingComeBack() {
        byte[] large = new byte[1 << 20];
        new java.util.Random(7).nextBytes(large);
        ProgramStore.NewVersion version =
                new ProgramStore.NewVersion("large", "1", "ff", Bytes.of(large));
        assertThat(store().publish(version, store().edition())).isTrue();
        assertThat(reopened().document("large", "1")).contains(Bytes.of(large));
    }

    @Test
    protected void publishersOfOneProgramAreSerialised() throws Exception {
        ProgramRegistry registry = new ProgramRegistry(List.of());
        Publishing publishing = Publishing.open(store(), registry);
        int publishers = 6;
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < publishers; i++) {
            Bytes document = TestDocument.of("a", "v" + i, "image/png", "image/gif");
            tries.add(() -> wins(publishing, document, new Expected.Nothing()));
        }
        int won = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(publishers)) {
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                won += one.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(store().versions("a")).hasSize(1);
        assertThat(registry.program("a")).isPresent();
    }

    @Test
    protected void whatWasPublishedIsThereAgain() {
        Publishing publishing = Publishing.open(store(), new ProgramRegistry(List.of()));
        publishing.publish(TestDocument.of("a", "1", "image/png", "image/gif"), "a.xml", ANYTHING);
        publishing.publish(
                TestDocument.composite("c", "1", "image/png image/gif", "a/u"), "c", ANYTHING);
        publishing.publish(
                TestDocument.of("gone", "1", "image/png", "image/gif"), "g.xml", ANYTHING);
        publishing.withdraw("gone", ANYTHING);

        ProgramRegistry registry = new ProgramRegistry(List.of());
        Publishing later = Publishing.open(reopened(), registry);
        assertThat(later.problems()).isEmpty();
        assertThat(registry.programs()).extracting(p -> p.id()).containsExactly("a", "c");
        assertThat(later.versions("gone")).extracting(ProgramVersion::current).containsOnly(false);
        assertThat(later.forWorkers().programs()).extracting(p -> p.id()).containsExactly("a");
        assertThat(later.document("a", Optional.empty()))
                .isEqualTo(TestDocument.of("a", "1", "image/png", "image/gif"));
    }

    @Test
    protected void theSameVersionWithOtherBytesIsRefused() {
        Publishing publishing = Publishing.open(store(), new ProgramRegistry(List.of()));
        publishing.publish(TestDocument.of("a", "1", "image/png", "image/gif"), "a", ANYTHING);
        Bytes other = TestDocument.of("a", "1", "image/png", "image/bmp");
        assertThatThrownBy(() -> publishing.publish(other, "a", ANYTHING))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.CONFLICT));
        publishing.withdraw("a", ANYTHING);
        assertThatThrownBy(() -> publishing.publish(other, "a", ANYTHING))
                .hasMessageContaining("another content");
    }

    private static boolean wins(Publishing publishing, Bytes document, Expected expected) {
        try {
            publishing.publish(document, "test.xml", expected);
            return true;
        } catch (ProteusException refused) {
            assertThat(refused.problem().code()).isEqualTo(ErrorCode.CONFLICT);
            return false;
        }
    }

    private void publish(Bytes document) {
        assertThat(store().publish(TestDocument.version(document), store().edition())).isTrue();
    }

    private List<String> versions(String id) {
        return store().versions(id).stream()
                .map(version -> version.version() + (version.current() ? "*" : ""))
                .toList();
    }
}
