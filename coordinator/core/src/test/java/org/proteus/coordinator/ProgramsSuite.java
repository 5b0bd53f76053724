package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DatabasePrograms;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.publish.Expected;
import org.proteus.graph.publish.ProgramStore;
import org.proteus.graph.publish.Publishing;
import org.proteus.graph.publish.contract.ProgramStoreContract;
import org.proteus.graph.publish.contract.TestDocument;

/** Published programs in a database, on whatever database a subclass brings. */
abstract class ProgramsSuite extends ProgramStoreContract {

    private static final Expected ANYTHING = new Expected.Anything();

    private Database database;

    /** Opens the database of this test, again and again. */
    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected ProgramStore store() {
        return new DatabasePrograms(database);
    }

    @Override
    protected ProgramStore reopened() {
        database.close();
        open();
        return store();
    }

    @Test
    void whoSharesADatabaseSeesWhatOthersPublish() {
        ProgramRegistry ours = new ProgramRegistry(List.of());
        ProgramRegistry theirs = new ProgramRegistry(List.of());
        Publishing here = Publishing.open(store(), ours);
        Publishing there = Publishing.open(store(), theirs);
        here.publish(TestDocument.of("a", "1", "image/png", "image/gif"), "a", ANYTHING);
        there.publish(TestDocument.of("a", "2", "image/png", "image/gif"), "a", ANYTHING);
        there.publish(TestDocument.of("b", "1", "image/png", "image/gif"), "b", ANYTHING);
        here.refresh();
        assertThat(ours.programs()).isEqualTo(theirs.programs()).hasSize(2);
        assertThat(ours.program("a").orElseThrow().version()).isEqualTo("2");
        here.withdraw("b", new Expected.Version("1"));
        await().until(() -> {
            there.refresh();
            return theirs.program("b").isEmpty();
        });
        assertThat(there.forWorkers()).isEqualTo(here.forWorkers());
    }

    @Test
    void publishersInSeveralProcessesLoseNothing() throws Exception {
        List<Callable<Boolean>> publishers = new ArrayList<>();
        for (int p = 0; p < 4; p++) {
            Publishing process = Publishing.open(store(), new ProgramRegistry(List.of()));
            String name = "p" + p;
            publishers.add(() -> {
                for (int i = 0; i < 5; i++) {
                    Bytes document = TestDocument.of(name + "-" + i, "1", "image/png", "image/gif");
                    process.publish(document, name, new Expected.Nothing());
                }
                process.withdraw(name + "-0", new Expected.Version("1"));
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(publishers.size())) {
            for (Future<Boolean> publisher : threads.invokeAll(publishers)) {
                assertThat(publisher.get()).isTrue();
            }
        }
        ProgramRegistry registry = new ProgramRegistry(List.of());
        Publishing.open(store(), registry);
        Set<String> ids =
                registry.programs().stream()
                        .map(TransformationProgram::id)
                        .collect(Collectors.toSet());
        assertThat(ids).hasSize(16).doesNotContain("p0-0", "p3-0").contains("p0-1", "p3-4");
    }

    @Test
    void aCircleAcrossTwoProcessesIsRefused() {
        Publishing here = Publishing.open(store(), new ProgramRegistry(List.of()));
        Publishing there = Publishing.open(store(), new ProgramRegistry(List.of()));
        String types = "image/png image/png";
        here.publish(TestDocument.of("base", "1", "image/png", "image/png"), "base", ANYTHING);
        here.publish(TestDocument.composite("x", "1", types, "base/u"), "x", ANYTHING);
        there.publish(TestDocument.composite("y", "1", types, "x/c"), "y", ANYTHING);
        Bytes closing = TestDocument.composite("x", "2", types, "y/c");
        assertThatThrownBy(() -> here.publish(closing, "x", ANYTHING))
                .hasMessageContaining("contains itself");
        assertThat(store().versions("x")).hasSize(1);
    }
}
