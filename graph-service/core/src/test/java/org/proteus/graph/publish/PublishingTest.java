package org.proteus.graph.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.GraphPlanner;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.UnitStatistics;
import org.proteus.graph.publish.contract.MemoryPrograms;
import org.proteus.graph.publish.contract.TestDocument;
import org.proteus.graph.query.ProgramQuery;

class PublishingTest {

    private static final Expected ANYTHING = new Expected.Anything();
    private static final ContentType TIFF = ContentType.parse("image/tiff");

    private final ProgramRegistry registry =
            new ProgramRegistry(
                    List.of(
                            program(TestDocument.of("magick", "1", "image/tiff", "image/png")),
                            program(scaling())));
    private final MemoryPrograms store = new MemoryPrograms();
    private final Publishing publishing = Publishing.open(store, registry);
    private final GraphPlanner planner = new GraphPlanner(registry, UnitStatistics.NONE);

    /** One unit from PNG to GIF that can be told a width, and must be told a speed. */
    private static Bytes scaling() {
        String document =
                new String(
                        TestDocument.of("scale", "1", "image/png", "image/gif").array(),
                        StandardCharsets.UTF_8);
        return Bytes.of(
                document.replace(
                                "<Mimetype>image/gif</Mimetype>",
                                "<Mimetype>image/gif</Mimetype><Parameters><Parameter"
                                        + " name=\"width\" value=\"*\" isOptional=\"true\"/><Parameter"
                                        + " name=\"loop\" value=\"*\" isOptional=\"true\"/></Parameters>")
                        .replace(
                                "</Sources>",
                                "</Sources><ProgramParameters><Parameter name=\"speed\""
                                        + " value=\"-\"/><Parameter name=\"dither\" value=\"*\""
                                        + " isOptional=\"true\"/></ProgramParameters>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFullStoreTakesNewVersionsOnly() {
        Publishing full = Publishing.open(new MemoryPrograms(), registry, 1);
        full.publish(TestDocument.of("one", "1", "image/gif", "image/bmp"), "one", ANYTHING);
        Bytes more = TestDocument.of("two", "1", "image/gif", "image/bmp");
        assertThatThrownBy(() -> full.publish(more, "two", ANYTHING))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining("1 programs are published");
        full.publish(TestDocument.of("one", "2", "image/gif", "image/bmp"), "one", ANYTHING);
        full.withdraw("one", ANYTHING);
        full.publish(more, "two", ANYTHING);
        assertThat(registry.program("two")).isPresent();
    }

    @Test
    void whatIsPublishedIsPlannedWithAndIsNotTrusted() {
        publish(TestDocument.of("new", "1", "image/gif", "application/pdf"));
        assertThat(registry.origin("new")).contains(ProgramOrigin.PUBLISHED);
        Plan plan = plan("application/pdf", Map.of("speed", "2"), PlanRules.NONE);
        assertThat(plan.steps()).extracting(PlanStep::trusted).containsExactly(true, true, false);
        publishing.withdraw("new", new Expected.Version("1"));
        assertThat(refusal("application/pdf").code()).isEqualTo(ErrorCode.NO_PATH);
    }

    @Test
    void idsOfOthersAreRefusedAndNothingIsStored() {
        Bytes shipped = TestDocument.of("magick", "2", "image/tiff", "image/png");
        assertRefused(shipped, ErrorCode.BAD_PROGRAM, "'magick' is taken");
        registry.replaceSite(
                List.of(program(TestDocument.of("ours", "1", "image/png", "image/bmp"))));
        assertRefused(
                TestDocument.of("ours", "2", "image/png", "image/bmp"),
                ErrorCode.BAD_PROGRAM,
                "'ours' is taken");
        assertThat(store.edition()).isZero();
    }

    @Test
    void compositesThatLeadNowhereOrInCirclesAreRefused() {
        String types = "image/tiff image/png";
        assertRefused(
                TestDocument.composite("c", "1", types, "magick/none"),
                ErrorCode.BAD_PROGRAM,
                "its step magick/none is not there");
        assertRefused(
                TestDocument.composite("c", "1", "image/tiff image/gif", "magick/u"),
                ErrorCode.BAD_PROGRAM,
                "it gives image/png, not image/gif");
        assertRefused(
                TestDocument.composite("c", "1", types, "c/c"),
                ErrorCode.BAD_PROGRAM,
                "contains itself");
        publish(TestDocument.composite("a", "1", types, "magick/u"));
        publish(TestDocument.composite("b", "1", types, "a/c"));
        assertRefused(
                TestDocument.composite("a", "2", types, "b/c"),
                ErrorCode.BAD_PROGRAM,
                "contains itself");
        assertThat(publishing.versions("a")).hasSize(1);
    }

    @Test
    void endlesslyNestedCompositesAreRefusedWithoutAHang() {
        String types = "image/tiff image/png";
        publish(TestDocument.composite("n1", "1", types, "magick/u"));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    int depth = 2;
                    while (depth < 200) {
                        String inner = "n" + (depth - 1) + "/c";
                        Bytes next = TestDocument.composite("n" + depth, "1", types, inner);
                        if (!isTaken(next)) {
                            break;
                        }
                        depth++;
                    }
                    assertThat(depth).isBetween(20, 60);
                });
    }

    @Test
    void whoExpectsAnotherVersionIsRefused() {
        Bytes one = TestDocument.of("a", "1", "image/png", "image/bmp");
        Bytes two = TestDocument.of("a", "2", "image/png", "image/bmp");
        assertConflict(() -> publishing.publish(one, "a", new Expected.Version("0")));
        publishing.publish(one, "a", new Expected.Nothing());
        assertConflict(() -> publishing.publish(two, "a", new Expected.Nothing()));
        publishing.publish(two, "a", new Expected.Version("1"));
        assertConflict(() -> publishing.withdraw("a", new Expected.Version("1")));
        assertThat(publishing.publish(one, "a", new Expected.Version("2")).current()).isTrue();
        assertThat(registry.program("a").orElseThrow().version()).isEqualTo("1");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (Runnable call :
                List.<Runnable>of(
                        () -> publishing.withdraw("none", ANYTHING),
                        () -> publishing.withdraw("magick", ANYTHING),
                        () -> publishing.versions("none"),
                        () -> publishing.document("none", Optional.of("1")))) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            ProteusException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void aPathIsPublishedAsANameWithItsValues() {
        Plan found = plan("image/gif; width=\"64\"", Map.of("speed", "2"), PlanRules.NONE);
        NamedPath name = publishing.publishPath(found);
        assertThat(name.published()).isTrue();
        assertThat(publishing.publishPath(found)).isEqualTo(name);
        assertThat(publishing.versions(name.unit().program())).hasSize(1);

        TransformationProgram document = registry.program(name.unit().program()).orElseThrow();
        assertThat(document.namesPaths()).isTrue();
        assertThat(document.units().getFirst().parameters())
                .extracting(p -> p.name())
                .containsExactly("dither");
        assertThat(document.units().getFirst().target().parameters())
                .extracting(p -> p.name() + "=" + p.value())
                .containsExactly("width=64", "loop=*");

        Plan without = plan("image/gif", Map.of("speed", "3"), PlanRules.NONE);
        assertThat(without.units()).hasSize(2).doesNotContain(name.unit());

        Plan pinned = plan("image/gif", Map.of(), pin(name.unit().toString()));
        assertThat(pinned.units()).containsExactly(name.unit());
        assertThat(pinned.steps())
                .extracting(step -> step.unit().toString())
                .containsExactly("magick/u", "scale/u");
        assertThat(pinned.steps().getLast().parameters()).containsEntry("speed", "2");
        assertThat(pinned.steps().getLast().target().parameters()).containsEntry("width", "64");
        assertThat(plan("image/gif; loop=\"1\"", Map.of(), pin(name.unit().program())).target())
                .hasToString("image/gif; loop=\"1\"; width=\"64\"");
    }

    @Test
    void aNameCanBeForbiddenAndQueriedAndLosesAStep() {
        publish(TestDocument.of("direct", "1", "image/tiff", "image/bmp"));
        publish(TestDocument.of("second", "1", "image/png", "image/bmp"));
        Plan longer = plan("image/bmp", Map.of(), pin("second"));
        NamedPath name = publishing.publishPath(longer);
        PlanRules rules =
                new PlanRules(List.of("second"), List.of(name.unit().toString()), false, null);
        assertThat(refusal("image/bmp", rules).message()).contains("keeps the rules");
        assertThat(
                        ProgramQuery.parse("GET TRANSFORMATIONUNIT unitId WHERE namesPath = 'true'")
                                .run(registry)
                                .rows())
                .hasSize(1);
        publishing.withdraw("second", ANYTHING);
        assertThat(refusal("image/bmp", pin(name.unit().toString())).message())
                .contains("cannot be gone");
        assertThat(plan("image/bmp", Map.of(), PlanRules.NONE).units()).hasSize(1);
    }

    @Test
    void aPathOfOneUnitHasANameAlreadyAndNoPathHasNone() {
        NamedPath name = publishing.publishPath(plan("image/png", Map.of(), PlanRules.NONE));
        assertThat(name.published()).isFalse();
        assertThat(name.unit()).hasToString("magick/u");
        Plan nothing = plan("image/tiff", Map.of(), PlanRules.NONE);
        assertThatThrownBy(() -> publishing.publishPath(nothing))
                .hasMessageContaining("of that type already");
        Plan odd = plan("image/gif", Map.of("speed", "a\u0000b"), PlanRules.NONE);
        assertThatThrownBy(() -> publishing.publishPath(odd))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    private void publish(Bytes document) {
        publishing.publish(document, "test.xml", ANYTHING);
    }

    private boolean isTaken(Bytes document) {
        try {
            publish(document);
            return true;
        } catch (ProteusException refused) {
            assertThat(refused.problem().code()).isEqualTo(ErrorCode.BAD_PROGRAM);
            return false;
        }
    }

    private void assertRefused(Bytes document, ErrorCode code, String words) {
        assertThatThrownBy(() -> publish(document))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(code);
                            assertThat(e.problem().message()).contains(words);
                        });
    }

    private static void assertConflict(Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.CONFLICT));
    }

    private Plan plan(String target, Map<String, String> options, PlanRules rules) {
        return answer(target, options, rules).chosen();
    }

    private org.proteus.foundation.model.Problem refusal(String target) {
        return refusal(target, PlanRules.NONE);
    }

    private org.proteus.foundation.model.Problem refusal(String target, PlanRules rules) {
        return ((PlanAnswer.Refused) answer(target, Map.of(), rules)).problem();
    }

    private PlanAnswer answer(String target, Map<String, String> options, PlanRules rules) {
        return planner.plan(
                PlanQuestion.of(
                        PlanObject.of(TIFF),
                        new PlanGoal(ContentType.parse(target), options, rules)));
    }

    private static PlanRules pin(String name) {
        return new PlanRules(List.of(name), List.of(), false, null);
    }

    private static TransformationProgram program(Bytes document) {
        return ProgramDocuments.parse(document.array(), "test.xml");
    }
}
