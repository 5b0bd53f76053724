package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.graph.TestProgram.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;

class GraphPlannerTest {

    private final ProgramRegistry registry = new ProgramRegistry(ShopOfPrograms.all());
    private final GraphPlanner planner = new GraphPlanner(registry, UnitStatistics.NONE);

    @Test
    void theNearestTargetsComeFirst() {
        List<ContentType> targets = planner.targets(ContentType.parse("image/tiff"));
        assertThat(targets.getFirst()).hasToString("image/png");
        assertThat(targets)
                .extracting(ContentType::toString)
                .contains("image/jpeg", "application/pdf", "application/zip", "text/plain")
                .doesNotContain("image/tiff", "text/html", "video/mp4");
        assertThat(planner.targets(ContentType.parse("application/x-never-heard-of")))
                .extracting(ContentType::toString)
                .containsExactly("application/zip", "text/plain");
    }

    @Test
    void whatNobodyRunsIsNamedAndAnotherWayIsTakenIfThereIsOne() {
        PlanQuestion question = runnableWithout("office", ShopOfPrograms.DOCX, "application/pdf");
        assertThat(planner.plan(question))
                .isInstanceOfSatisfying(
                        PlanAnswer.NotRunnable.class,
                        answer -> {
                            assertThat(answer.missing())
                                    .extracting(TransformationProgram::id)
                                    .containsExactly("office");
                            assertThat(units(answer.plan())).containsExactly("office/docx-pdf");
                        });
        assertThat(units(found(runnableWithout("pdf", "application/pdf", "text/plain"))))
                .containsExactly("tika/any-text");
    }

    @Test
    void aUnitThatFailedIsAvoidedUntilNothingIsLeft() {
        assertThat(units(found(avoiding("office/docx-pdf"))))
                .containsExactly("office/docx-odt", "office/odt-pdf");
        Problem problem = refused(avoiding("office/docx-pdf", "office/odt-pdf"));
        assertThat(problem.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(problem.action()).contains("office/docx-pdf, office/odt-pdf");
    }

    @Test
    void aRangeOrNonsenseIsNoTarget() {
        assertThat(refused(ask("image/png", "image/*")).code()).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refused(ask("*/*", "image/png")).code()).isEqualTo(ErrorCode.BAD_REQUEST);
        for (String width : List.of("0", "-1", "1e9", "99999999999", "640em", "", "640 480")) {
            Problem problem = refused(ask("image/png", "image/gif; width=\"" + width + "\""));
            assertThat(problem.code()).isEqualTo(ErrorCode.BAD_REQUEST);
            assertThat(problem.message()).contains("width");
        }
        PlanQuestion twice = ask("image/tiff", "image/png; width=5", Map.of("WIDTH", "6"));
        assertThat(refused(twice).message()).contains("twice");
    }

    @Test
    void attributesDecideOnlyByANamedDifferentValue() {
        GraphPlanner colours =
                planner(
                        program("p")
                                .lossless("grey", "image/tiff; depth=1", "image/png")
                                .lossy("any", "image/tiff", "image/png"));
        PlanQuestion plain = ask("image/tiff", "image/png");
        assertThat(units(found(colours, with(plain, Map.of("depth", "1", "width", "9")))))
                .containsExactly("p/grey");
        assertThat(units(found(colours, with(plain, Map.of("depth", "8")))))
                .containsExactly("p/any");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png; a=1; b=2, p/exact",
        "image/png; a=9; b=2, p/support",
        "image/png; a=1; c=3, p/exact",
        "image/png; a=9; c=3, p/generic"
    })
    void theClosestMatchBreaksATieAndThenTheName(String source, String unit) {
        GraphPlanner three =
                planner(
                        program("p")
                                .lossy("generic", "image/png; z=5", "image/gif")
                                .lossy("support", "image/png; a=*; b=*", "image/gif")
                                .lossy("exact", "image/png; a=1; b=2", "image/gif"));
        assertThat(units(found(three, ask(source, "image/gif")))).containsExactly(unit);
    }

    @Test
    void aParameterIsKeptOrDroppedAsTheUnitDeclares() {
        GraphPlanner keeping =
                planner(
                        program("p")
                                .unit(
                                        "keeps",
                                        "text/html",
                                        "text/plain",
                                        LossClass.LOSSY,
                                        List.of("charset"))
                                .lossy("drops", "text/html", "text/csv"));
        String html = "text/html; charset=UTF-8; level=1";
        assertThat(found(keeping, ask(html, "text/plain; charset=utf-8")).target())
                .hasToString("text/plain; charset=\"UTF-8\"");
        assertThat(found(keeping, ask(html, "text/csv")).target()).hasToString("text/csv");
        assertThat(refused(keeping, ask(html, "text/csv; charset=utf-8")).code())
                .isEqualTo(ErrorCode.UNKNOWN_OPTION);
    }

    @Test
    void aWatermarkIsDrawnOnce() {
        PlanQuestion question =
                ask(ShopOfPrograms.DOCX, "image/jpeg", Map.of("watermark", "w", "dpi", "72"));
        Plan plan = found(question);
        assertThat(units(plan))
                .containsExactly("office/docx-pdf", "pdf/pdf-png", "images/any-jpeg");
        assertThat(plan.steps())
                .extracting(PlanStep::parameters)
                .containsExactly(
                        sorted(Map.of()),
                        sorted(Map.of("pages", "1", "dpi", "72")),
                        sorted(Map.of("quality", "85", "watermark", "w")));
    }

    @Test
    void stepsCarryWhatTheirRunNeeds() {
        Plan plan = found(ask("application/pdf", "image/bmp"));
        assertThat(units(plan)).containsExactly("pdf/pdf-png", "images/any-jpeg", "site/bmp");
        PlanStep second = plan.steps().get(1);
        TransformationProgram images = registry.program("images").orElseThrow();
        assertThat(second.source()).hasToString("image/png");
        assertThat(second.target()).hasToString("image/jpeg; width=\"64\"");
        assertThat(second.checksum()).isEqualTo(images.checksum());
        assertThat(second.entryClass()).isEqualTo("org.example.IMAGES");
    }

    @Test
    void aUnitForARangeDoesNotTakeWhatItExcepts() {
        GraphPlanner planner =
                planner(
                        program("p")
                                .losing("any-text", "*/*", "text/plain")
                                .except("image/*", "application/xml")
                                .losing("gif-text", "image/gif", "text/plain"));
        assertThat(units(found(planner, ask("application/pdf", "text/plain"))))
                .containsExactly("p/any-text");
        assertThat(units(found(planner, ask("image/gif", "text/plain"))))
                .containsExactly("p/gif-text");
        for (String excepted : List.of("image/png", "image/svg+xml", "application/atom+xml")) {
            Problem problem = refused(planner, ask(excepted, "text/plain"));
            assertThat(problem.code()).isEqualTo(ErrorCode.NO_PATH);
            assertThat(problem.message()).contains("no program takes " + excepted);
        }
    }

    @Test
    void aUnitForAKindDoesNotTakeWhatItExcepts() {
        GraphPlanner planner =
                planner(
                        program("p")
                                .lossless("recode", "text/plain", "text/html")
                                .except("application/*")
                                .lossless("rtf-pdf", "application/rtf", "application/pdf"));
        assertThat(units(found(planner, ask("text/csv", "text/html")))).containsExactly("p/recode");
        assertThat(refused(planner, ask("application/rtf", "text/html")).message())
                .contains("no chain of programs");
    }

    @Test
    void classicMatchingTakesWhatTheCallerSuppliesAndWantsWhatAUnitNeeds() {
        GraphPlanner planner =
                planner(
                        program("p")
                                .lossless("sized", "image/png; width=-", "image/gif")
                                .lossless("marked", "image/png", "image/jpeg", "logo=-"));
        PlanRules classic = new PlanRules(List.of(), List.of(), false, Matching.CLASSIC);
        Function<PlanQuestion, PlanQuestion> asked =
                question -> PlanQuestion.of(question.object(), question.goal().withRules(classic));
        assertThat(refused(planner, asked.apply(ask("image/png", "image/gif"))).message())
                .contains("without more options");
        assertThat(units(found(planner, asked.apply(ask("image/png; width=5", "image/gif")))))
                .containsExactly("p/sized");
        assertThat(refused(planner, asked.apply(ask("image/png", "image/jpeg"))).action())
                .contains("'logo'");
        Plan marked =
                found(planner, asked.apply(ask("image/png", "image/jpeg", Map.of("logo", "a"))));
        assertThat(marked.steps().getFirst().parameters()).containsEntry("logo", "a");
    }

    @Test
    void whatAStepSaysOfItsResultRejectsANextOne() {
        GraphPlanner planner =
                planner(
                        program("p")
                                .lossless("png-pdf", "image/png", "application/pdf; text=no")
                                .losing("pdf-text", "application/pdf; text=yes", "text/plain")
                                .losing("pdf-jpeg", "application/pdf", "image/jpeg"));
        assertThat(refused(planner, ask("image/png", "text/plain")).code())
                .isEqualTo(ErrorCode.NO_PATH);
        assertThat(units(found(planner, ask("image/png", "image/jpeg"))))
                .containsExactly("p/png-pdf", "p/pdf-jpeg");
        assertThat(units(found(planner, ask("application/pdf", "text/plain"))))
                .containsExactly("p/pdf-text");
    }

    @Test
    void aCompositeWithAMissingOrUnfitStepIsLeftOut() {
        GraphPlanner broken =
                planner(
                        program("p")
                                .lossy("a", "image/png", "image/gif")
                                .composite("missing", "image/png", "image/bmp", "p/a", "q/none")
                                .composite("unfit", "image/png", "image/bmp", "p/a", "p/a"));
        assertThat(refused(broken, ask("image/png", "image/bmp")).code())
                .isEqualTo(ErrorCode.NO_PATH);
    }

    @Test
    void threadsPlanWhileProgramsComeAndGo() throws Exception {
        TransformationProgram shortcut =
                program("shortcut").lossless("x", "video/mp4", "audio/mpeg").build();
        AtomicBoolean over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(9)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<Integer> reader =
                        () -> {
                            int plans = 0;
                            while (!over.get() || plans == 0) {
                                assertThat(units(found(ask("image/tiff", "image/png"))))
                                        .containsExactly("images/tiff-png");
                                PlanAnswer answer = planner.plan(ask("video/mp4", "audio/mpeg"));
                                if (answer instanceof PlanAnswer.Found(Plan plan)) {
                                    assertThat(units(plan)).containsExactly("shortcut/x");
                                }
                                plans++;
                            }
                            return plans;
                        };
                readers.add(threads.submit(reader));
            }
            for (int i = 0; i < 200; i++) {
                registry.replaceSite(i % 2 == 0 ? List.of(shortcut) : List.of());
            }
            registry.replaceSite(List.of(shortcut));
            assertThat(units(found(ask("video/mp4", "audio/mpeg")))).containsExactly("shortcut/x");
            over.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(map);
    }

    private static GraphPlanner planner(TestProgram program) {
        return new GraphPlanner(new ProgramRegistry(List.of(program.build())), UnitStatistics.NONE);
    }

    private static List<String> units(Plan plan) {
        return plan.steps().stream().map(step -> step.unit().toString()).toList();
    }

    private Plan found(PlanQuestion question) {
        return found(planner, question);
    }

    private static Plan found(GraphPlanner planner, PlanQuestion question) {
        PlanAnswer answer = planner.plan(question);
        assertThat(answer).isInstanceOf(PlanAnswer.Found.class);
        return ((PlanAnswer.Found) answer).plan();
    }

    private Problem refused(PlanQuestion question) {
        return refused(planner, question);
    }

    private static Problem refused(GraphPlanner planner, PlanQuestion question) {
        PlanAnswer answer = planner.plan(question);
        assertThat(answer).isInstanceOf(PlanAnswer.Refused.class);
        return ((PlanAnswer.Refused) answer).problem();
    }

    private static PlanQuestion ask(String source, String target) {
        return ask(source, target, Map.of());
    }

    private static PlanQuestion ask(String source, String target, Map<String, String> options) {
        return PlanQuestion.of(
                PlanObject.of(ContentType.parse(source)),
                PlanGoal.of(ContentType.parse(target)).withOptions(options));
    }

    private static PlanQuestion with(PlanQuestion question, Map<String, String> attributes) {
        return PlanQuestion.of(question.object().withAttributes(attributes), question.goal());
    }

    private PlanQuestion runnableWithout(String program, String source, String target) {
        List<String> others =
                registry.programs().stream()
                        .filter(candidate -> !candidate.id().equals(program))
                        .map(RunnablePrograms::name)
                        .toList();
        return ask(source, target).runnable(RunnablePrograms.of(others));
    }

    private static PlanQuestion avoiding(String... units) {
        Set<UnitId> avoided = new HashSet<>();
        for (String unit : units) {
            avoided.add(UnitId.parse(unit));
        }
        return ask(ShopOfPrograms.DOCX, "application/pdf").avoiding(avoided);
    }
}
