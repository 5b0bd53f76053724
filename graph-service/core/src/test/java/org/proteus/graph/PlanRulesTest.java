package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.graph.Planned.ask;
import static org.proteus.graph.Planned.forbid;
import static org.proteus.graph.Planned.pin;
import static org.proteus.graph.Planned.refused;
import static org.proteus.graph.Planned.units;
import static org.proteus.graph.TestProgram.program;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.PlanRules;

class PlanRulesTest {

    private static final String FROM = "image/tiff";
    private static final String TO = "image/jpeg";

    /** Three ways from TIFF to JPEG: directly, over PNG, over GIF; over PNG in a composite too. */
    private final GraphPlanner planner =
            Planned.by(
                    program("one")
                            .lossless("tiff-jpeg", "image/tiff", "image/jpeg")
                            .lossless("tiff-png", "image/tiff", "image/png"),
                    program("two")
                            .lossless("png-jpeg", "image/png", "image/jpeg")
                            .lossy("tiff-gif", "image/tiff", "image/gif")
                            .lossy("gif-jpeg", "image/gif", "image/jpeg"),
                    program("site")
                            .composite(
                                    "by-png",
                                    "image/tiff",
                                    "image/jpeg",
                                    "one/tiff-png",
                                    "two/png-jpeg"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one/tiff-jpeg               | one/tiff-jpeg",
                "two                         | site/by-png",
                "image/gif                   | two/tiff-gif two/gif-jpeg",
                "type:image/png              | site/by-png",
                "unit:two/gif-jpeg           | two/tiff-gif two/gif-jpeg",
                "program:site                | site/by-png",
                "site/by-png                 | site/by-png",
                "two/tiff-gif,two/gif-jpeg   | two/tiff-gif two/gif-jpeg",
                "plan:one/tiff-jpeg          | one/tiff-jpeg",
                "image/TIFF                  | one/tiff-jpeg"
            })
    void whatIsPinnedIsOnTheWay(String pinned, String expected) {
        assertThat(units(planner, ask(FROM, TO, pin(pinned)))).isEqualTo(expected);
    }

    @Test
    void severalPinsHoldTogether() {
        assertThat(units(planner, ask(FROM, TO, pin("one", "two/png-jpeg"))))
                .isEqualTo("site/by-png");
        Problem both = refused(planner, ask(FROM, TO, pin("plan:one/tiff-jpeg", "two")));
        assertThat(both.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(both.text()).contains("pinned: one/tiff-jpeg, two").contains("one/tiff-jpeg");
    }

    @Test
    void whatIsForbiddenIsNotOnTheWay() {
        assertThat(units(planner, ask(FROM, TO, forbid("one/tiff-jpeg")))).isEqualTo("site/by-png");
        assertThat(units(planner, ask(FROM, TO, forbid("plan:one/tiff-jpeg"))))
                .isEqualTo("site/by-png");
        assertThat(units(planner, ask(FROM, TO, forbid("one"))))
                .isEqualTo("two/tiff-gif two/gif-jpeg");
        assertThat(units(planner, ask(FROM, TO, forbid("plan:one/tiff-jpeg", "image/png"))))
                .isEqualTo("two/tiff-gif two/gif-jpeg");
        Problem nothing = refused(planner, ask(FROM, TO, forbid("one", "two")));
        assertThat(nothing.text()).contains("forbidden: one, two");
    }

    @Test
    void aForbiddenTypeMayStillBeTheTarget() {
        assertThat(units(planner, ask(FROM, "image/png", forbid("image/png"))))
                .isEqualTo("one/tiff-png");
    }

    @Test
    void losslessLeavesNoOtherUnit() {
        PlanRules lossless = new PlanRules(List.of("image/gif"), List.of(), true, Matching.BEST);
        assertThat(refused(planner, ask(FROM, TO, lossless)).text())
                .contains("lossless units only");
        PlanRules overGif = new PlanRules(List.of("image/gif"), List.of(), false, Matching.BEST);
        assertThat(units(planner, ask(FROM, TO, overGif))).isEqualTo("two/tiff-gif two/gif-jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three",
                "one/none",
                "image/webp",
                "one/tiff-png,one/none",
                "colour:red",
                ""
            })
    void anUnknownNameIsSaid(String name) {
        Problem problem = refused(planner, ask(FROM, TO, pin(name)));
        assertThat(problem.code()).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(problem.message()).contains("'" + name + "'");
        assertThat(refused(planner, ask(FROM, TO, forbid(name))).code())
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void aPinMakesAWayWhereTheObjectWouldDo() {
        GraphPlanner round =
                Planned.by(
                        program("p")
                                .lossy("png-png", "image/png", "image/png")
                                .lossy("png-gif", "image/png", "image/gif")
                                .lossy("gif-png", "image/gif", "image/png"));
        assertThat(units(round, ask("image/png", "image/png"))).isEmpty();
        assertThat(units(round, ask("image/png", "image/png", pin("p/png-png"))))
                .isEqualTo("p/png-png");
        assertThat(units(round, ask("image/png", "image/png", pin("image/gif"))))
                .isEqualTo("p/png-gif p/gif-png");
    }

    @Test
    void moreThanCanBeSearchedIsRefused() {
        String[] many = new String[13];
        Arrays.fill(many, "one");
        assertThat(refused(planner, ask(FROM, TO, pin(many))).code())
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void classicMatchingKnowsNoPins() {
        PlanRules both = new PlanRules(List.of("two"), List.of(), false, Matching.CLASSIC);
        assertThat(refused(planner, ask(FROM, TO, both)).code()).isEqualTo(ErrorCode.BAD_REQUEST);
    }
}
