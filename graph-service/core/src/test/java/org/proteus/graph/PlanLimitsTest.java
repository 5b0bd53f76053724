package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.graph.Planned.ask;
import static org.proteus.graph.Planned.found;
import static org.proteus.graph.Planned.refused;
import static org.proteus.graph.Planned.units;
import static org.proteus.graph.TestProgram.program;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanStep;

class PlanLimitsTest {

    private static final long MEGABYTE = 1L << 20;

    private final GraphPlanner planner =
            Planned.by(
                    program("p")
                            .lossless("small", "image/tiff", "image/png")
                            .maxInput(MEGABYTE)
                            .lossy("large", "image/tiff", "image/png")
                            .maxInput(10 * MEGABYTE)
                            .lossless("mux", "video/mp4", "video/webm")
                            .alsoTaking("audio/*", "text/plain; charset=UTF-8")
                            .lossy("webm-gif", "video/webm", "image/gif")
                            .lossy("mp4-gif", "video/mp4", "image/gif"));

    @Test
    void anObjectGoesByAUnitThatTakesItsSize() {
        assertThat(units(planner, sized(MEGABYTE))).isEqualTo("p/small");
        assertThat(units(planner, sized(MEGABYTE + 1))).isEqualTo("p/large");
        assertThat(units(planner, ask("image/tiff", "image/png"))).isEqualTo("p/small");
    }

    @Test
    void anObjectThatIsTooLargeForAllIsRefusedWithTheLimits() {
        Problem problem = refused(planner, sized(10 * MEGABYTE + 1));
        assertThat(problem.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(problem.text()).contains("10485761 bytes").contains("p/small takes 1MB");
    }

    @Test
    void aUnitWithSeveralSourcesTakesTheObjectAndItsPartners() {
        Plan plan = found(planner, together("video/mp4", "audio/mpeg", "text/plain"));
        assertThat(plan.units())
                .extracting(Object::toString)
                .containsExactly("p/mux", "p/webm-gif");
        assertThat(plan.steps())
                .extracting(PlanStep::partners)
                .containsExactly(
                        List.of(ContentType.parse("audio/mpeg"), ContentType.parse("text/plain")),
                        List.of());
    }

    @Test
    void partnersThatNoUnitTakesAreRefused() {
        Problem fewer = refused(planner, together("video/mp4", "audio/mpeg"));
        assertThat(fewer.text()).contains("[audio/mpeg]").contains("2 sources");
        Problem wrong = refused(planner, together("video/mp4", "text/plain", "audio/mpeg"));
        assertThat(wrong.code()).isEqualTo(ErrorCode.NO_PATH);
        Problem charset =
                refused(planner, together("video/mp4", "audio/mpeg", "text/plain; charset=latin1"));
        assertThat(charset.code()).isEqualTo(ErrorCode.NO_PATH);
    }

    @Test
    void anObjectWithoutPartnersGoesByOtherUnits() {
        assertThat(units(planner, ask("video/mp4", "image/gif"))).isEqualTo("p/mp4-gif");
        assertThat(refused(planner, ask("video/mp4", "video/webm")).code())
                .isEqualTo(ErrorCode.NO_PATH);
    }

    private static PlanQuestion sized(long bytes) {
        PlanQuestion plain = ask("image/tiff", "image/png");
        return PlanQuestion.of(plain.object().withSize(bytes), plain.goal());
    }

    private static PlanQuestion together(String main, String... partners) {
        PlanQuestion plain = ask(main, "image/gif");
        List<ContentType> types = Stream.of(partners).map(ContentType::parse).toList();
        return PlanQuestion.of(plain.object().withPartners(types), plain.goal());
    }
}
