package org.proteus.graph.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.GraphPlanner;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.UnitStatistics;
import org.proteus.graph.publish.contract.TestDocument;

/** Nine threads plan while a tenth publishes and withdraws what they plan with. */
class PublishingUnderLoadTest {

    private static final int PLANNERS = 9;
    private static final int CHANGES = 400;
    private static final ContentType FROM = ContentType.parse("image/tiff");
    private static final ContentType TO = ContentType.parse("image/gif");

    @TempDir private Path folder;

    /** A state of the registry: versions of the two programs that a way may need. */
    private record State(String first, String second) {}

    @Test
    void everyPlanIsRightForAStateThatWasAndNoChangeIsLost() throws Exception {
        ProgramRegistry registry =
                new ProgramRegistry(List.of(program("base", "1", "image/tiff", "image/bmp")));
        try (FolderStore store = FolderStore.open(folder, InstantSource.system())) {
            Publishing publishing = Publishing.open(store, registry);
            GraphPlanner planner = new GraphPlanner(registry, UnitStatistics.NONE);
            Set<State> were = ConcurrentHashMap.newKeySet();
            were.add(new State("", ""));
            Set<State> seen = ConcurrentHashMap.newKeySet();
            AtomicLong plans = new AtomicLong();
            AtomicBoolean over = new AtomicBoolean();
            List<Callable<Boolean>> work = new ArrayList<>();
            Map<String, String> expected = new TreeMap<>();
            work.add(() -> {
                try {
                    change(publishing, were, expected);
                } finally {
                    over.set(true);
                }
                return true;
            });
            Callable<Boolean> planning =
                    () -> {
                        while (!over.get()) {
                            seen.add(check(planner.plan(PlanQuestion.of(FROM, TO))));
                            plans.incrementAndGet();
                        }
                        return true;
                    };
            work.addAll(Collections.nCopies(PLANNERS, planning));
            try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
                for (Future<Boolean> one : threads.invokeAll(work)) {
                    assertThat(one.get()).isTrue();
                }
            }
            // A state without a way says nothing of what was there.
            seen.remove(new State("", ""));
            assertThat(were).containsAll(seen);
            assertThat(plans.get()).isGreaterThan(CHANGES);
            assertThat(seen).isNotEmpty();
            assertThat(current(registry)).isEqualTo(expected);
        }
        assertThat(reopened()).isEqualTo(expectedOf(registry));
    }

    private static Map<String, String> expectedOf(ProgramRegistry registry) {
        return current(registry);
    }

    /** Publishes and withdraws the two halves of the way, and remembers each state before it is. */
    private static void change(
            Publishing publishing, Set<State> were, Map<String, String> expected) {
        String first = "";
        String second = "";
        for (int i = 1; i <= CHANGES; i++) {
            boolean half = i % 2 == 0;
            boolean withdraws = i % 7 == 0 && !(half ? first : second).isEmpty();
            String version = withdraws ? "" : "v" + i;
            if (half) {
                first = version;
            } else {
                second = version;
            }
            were.add(new State(first, second));
            String id = half ? "first" : "second";
            if (withdraws) {
                publishing.withdraw(id, new Expected.Version(expected.remove(id)));
            } else {
                Expected before =
                        expected.containsKey(id)
                                ? new Expected.Version(expected.get(id))
                                : new Expected.Nothing();
                publishing.publish(
                        half
                                ? TestDocument.of("first", version, "image/tiff", "image/png")
                                : TestDocument.of("second", version, "image/png", "image/gif"),
                        id,
                        before);
                expected.put(id, version);
            }
        }
    }

    private static State check(PlanAnswer answer) {
        if (!(answer instanceof PlanAnswer.Found(var plan))) {
            return new State("", "");
        }
        assertThat(plan.steps())
                .extracting(step -> step.unit().toString())
                .containsExactly("first/u", "second/u");
        assertThat(plan.steps()).extracting(PlanStep::trusted).containsOnly(false);
        return new State(plan.steps().getFirst().version(), plan.steps().getLast().version());
    }

    private Map<String, String> reopened() {
        try (FolderStore store = FolderStore.open(folder, InstantSource.system())) {
            ProgramRegistry later = new ProgramRegistry(List.of());
            assertThat(Publishing.open(store, later).problems()).isEmpty();
            return current(later);
        }
    }

    private static Map<String, String> current(ProgramRegistry registry) {
        Map<String, String> current = new TreeMap<>();
        for (TransformationProgram program : registry.programs()) {
            if (!program.id().equals("base")) {
                current.put(program.id(), program.version());
            }
        }
        return current;
    }

    private static TransformationProgram program(
            String id, String version, String source, String target) {
        return ProgramDocuments.parse(
                TestDocument.of(id, version, source, target).array(), "test.xml");
    }
}
