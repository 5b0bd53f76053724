package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.graph.Planned.ask;
import static org.proteus.graph.TestProgram.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.TransformationProgram;

/** A graph that was changed step by step answers as one made anew of the same programs. */
class ChangedGraphTest {

    private static final List<String> TYPES =
            List.of("image/png", "image/gif", "image/svg+xml", "application/xml", "text/html");

    /** Publishes a program, or withdraws it when it has no units. */
    record Step(String program, List<String> units) {}

    @Property(tries = 150)
    void changesLeaveTheGraphThatABuildWouldMake(@ForAll("steps") List<Step> steps) {
        ProgramRegistry changed = new ProgramRegistry(List.of());
        GraphPlanner planner = new GraphPlanner(changed, UnitStatistics.NONE);
        Map<String, TransformationProgram> there = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.units.isEmpty()) {
                changed.withdraw(step.program);
                there.remove(step.program);
            } else {
                TransformationProgram program = build(step);
                changed.publish(program);
                there.put(step.program, program);
            }
            ProgramRegistry built = new ProgramRegistry(List.of());
            built.replacePublished(List.copyOf(there.values()));
            GraphPlanner fresh = new GraphPlanner(built, UnitStatistics.NONE);
            for (String from : TYPES) {
                for (String to : TYPES) {
                    assertThat(planner.plan(ask(from, to))).isEqualTo(fresh.plan(ask(from, to)));
                }
                assertThat(planner.targets(ask(from, from).object().type()))
                        .isEqualTo(fresh.targets(ask(from, from).object().type()));
            }
        }
    }

    @Test
    void whatAChangeDoesNotTouchStaysTheSameObject() {
        ProgramRegistry registry = new ProgramRegistry(ShopOfPrograms.all());
        var tiff = ask("image/tiff", "image/png").object().type();
        var mp4 = ask("video/mp4", "image/png").object().type();
        List<Arc> images = registry.graph().from(tiff);
        List<Arc> videos = registry.graph().from(mp4);
        registry.publish(program("new").lossy("x", "video/mp4", "audio/mpeg").build());
        assertThat(registry.graph().from(tiff)).isSameAs(images);
        assertThat(registry.graph().from(mp4)).isNotSameAs(videos).hasSize(videos.size() + 1);
    }

    private static TransformationProgram build(Step step) {
        TestProgram program = program(step.program);
        int number = 0;
        for (String unit : step.units) {
            String[] words = unit.split(" ", -1);
            if (words.length == 3) {
                program.composite("u" + number++, words[0], words[1], words[2] + "/u0");
            } else {
                program.lossy("u" + number++, words[0], words[1]);
            }
        }
        return program.build();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        List<String> sources = new ArrayList<>(TYPES);
        sources.addAll(List.of("image/*", "*/*"));
        Arbitrary<String> plain =
                Combinators.combine(Arbitraries.of(sources), Arbitraries.of(TYPES))
                        .as((from, to) -> from + " " + to);
        // The last in the alphabet is only referred to, so that there are no circles.
        Arbitrary<String> composite =
                Combinators.combine(Arbitraries.of(TYPES), Arbitraries.of(TYPES))
                        .as((from, to) -> from + " " + to + " z");
        Arbitrary<Step> upper =
                Combinators.combine(
                                Arbitraries.of("a", "b"),
                                Arbitraries.oneOf(plain, composite).list().ofMaxSize(3))
                        .as(Step::new);
        Arbitrary<Step> lower = plain.list().ofMaxSize(2).map(units -> new Step("z", units));
        return Arbitraries.oneOf(upper, lower).list().ofMinSize(1).ofMaxSize(6);
    }
}
