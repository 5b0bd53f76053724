package org.proteus.graph.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.publish.contract.ProgramStoreContract;
import org.proteus.graph.publish.contract.TestDocument;

class FolderStoreTest extends ProgramStoreContract {

    @TempDir private Path folder;
    private FolderStore store;

    @BeforeEach
    void open() {
        store = FolderStore.open(folder.resolve("published"), InstantSource.system());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ProgramStore store() {
        return store;
    }

    @Override
    protected ProgramStore reopened() {
        store.close();
        open();
        return store;
    }

    @Test
    void aFolderBelongsToOneProcess() {
        assertThatThrownBy(
                        () -> FolderStore.open(folder.resolve("published"), InstantSource.system()))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.IN_USE));
    }

    @Test
    void leftoversOfAKilledProcessAreNoVersions() throws Exception {
        publish("a", "1");
        Path a = folder.resolve("published/a");
        Files.writeString(a.resolve("2.xml"), "half a docu");
        Files.writeString(a.resolve(".new"), "half");
        Files.createDirectory(folder.resolve("published/b"));
        reopened();
        assertThat(store.load().current()).hasSize(1);
        assertThat(store.document("a", "2")).isEmpty();
        publish("a", "2");
        assertThat(store.document("a", "2"))
                .contains(TestDocument.of("a", "2", "image/png", "image/gif"));
    }

    @Test
    void aDamagedDocumentIsLeftOutAndTheOthersAreThere() throws Exception {
        publish("a", "1");
        publish("b", "1");
        Files.writeString(folder.resolve("published/a/1.xml"), "<other/>");
        reopened();
        ProgramRegistry registry = new ProgramRegistry(List.of());
        Publishing publishing = Publishing.open(store, registry);
        assertThat(registry.programs()).extracting(p -> p.id()).containsExactly("b");
        assertThat(publishing.problems()).extracting(Problem::message).hasSize(1);
        publishing.publish(
                TestDocument.of("a", "2", "image/png", "image/gif"), "a", new Expected.Anything());
        assertThat(publishing.problems()).isEmpty();
        Files.writeString(folder.resolve("published/b/1.xml"), "<other/>");
        reopened();
        Publishing.open(store, registry).withdraw("b", new Expected.Version("1"));
        assertThat(store.load().current()).extracting(ProgramVersion::id).containsExactly("a");
    }

    @Test
    void aDamagedHistoryIsNamed() throws Exception {
        publish("a", "1");
        store.close();
        for (String damage :
                List.of("", "x", "current 2\n1 ff 2026-01-01T00:00:00Z\n", "current 1\n1 ff\n")) {
            Files.writeString(folder.resolve("published/a/.history"), damage);
            assertThatThrownBy(this::open)
                    .isInstanceOf(ProteusException.class)
                    .hasMessageContaining("history of program 'a'");
        }
        Files.delete(folder.resolve("published/a/.history"));
        open();
    }

    private void publish(String id, String version) {
        ProgramStore.NewVersion document =
                TestDocument.version(TestDocument.of(id, version, "image/png", "image/gif"));
        assertThat(store.publish(document, store.edition())).isTrue();
    }
}
