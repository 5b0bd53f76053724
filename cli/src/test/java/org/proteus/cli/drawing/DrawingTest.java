package org.proteus.cli.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.graph.UnitView;
import org.w3c.dom.Document;

@NeedsTool(command = "dot", apt = "graphviz", versionArguments = "-V")
class DrawingTest {

    private static final List<String> HOSTILE =
            List.of(
                    "a\"]; evil [label=\"b",
                    "back\\slash\\N\\l\\\"",
                    "<script>alert(1)</script>",
                    "&lt;b&gt; &#x41; & co",
                    "line\nfeed\u0000\u001b[31m\u202e\uffff",
                    "ἀρχή".repeat(100),
                    "%s ${HOME} `id` 'x'",
                    "}");

    @Test
    void whateverAProgramIsCalledIsTextAndNothingElse() throws Exception {
        for (String name : HOSTILE) {
            UnitView unit = unit(name, "x", "image/png", "image/jpeg", LossClass.LOSSY);
            String dot = GraphDrawing.dot(GraphView.of(List.of(unit)));
            String plan = new PlanDrawing(List.of(unit)).dot(plan(unit));
            for (String svg : List.of(svg(dot), svg(plan))) {
                assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
                assertThat(svg).contains(">image/png</text>", ">image/jpeg</text>");
                assertThat(titles(svg))
                        .as(name)
                        .allMatch(title -> title.matches("proteus|n[01](&#45;&gt;n[01])?"))
                        .hasSize(4);
            }
        }
        String svg =
                svg(
                        GraphDrawing.dot(
                                GraphView.of(
                                        List.of(
                                                unit(
                                                        "&lt;b&gt;\\N\"",
                                                        "x",
                                                        "image/png",
                                                        "image/jpeg",
                                                        LossClass.LOSSY)))));
        assertThat(svg).contains(">&amp;lt;b&amp;gt;\\N&quot;</text>");
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> titles(String svg) {
        return Pattern.compile("<title>([^<]*)</title>")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aLargeGraphIsDrawnProgramByProgram() {
        List<UnitView> units =
                IntStream.range(0, 3000)
                        .mapToObj(i ->
                                unit(
                                        "p" + i % 20,
                                        "u" + i,
                                        "a/t" + i / 20,
                                        "b/t" + i % 7,
                                        LossClass.LOSSLESS))
                        .toList();
        String dot = GraphDrawing.dot(GraphView.of(units));
        assertThat(dot.lines().filter(line -> line.contains("subgraph"))).hasSize(20);
        assertThat(svg(dot)).contains("p19", "a/t149");
    }

    @Test
    void whatCannotRunHereIsDashedAndRangesAreNodes() {
        UnitView unit = unit("p", "u", "image/*", "image/jpeg", LossClass.LOSSY);
        String dot = GraphDrawing.dot(GraphView.of(List.of(unit)));
        assertThat(dot).contains("image/*", "style=\"rounded,filled,dashed\"", "style=\"dashed\"");
    }

    @Test
    void aBrokenPictureIsAnErrorWithTheToolsOwnWords() {
        assertThatThrownBy(() -> new Graphviz().svg("digraph {"))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining("syntax error");
    }

    private static String svg(String dot) {
        return new Graphviz().svg(dot);
    }

    private static UnitView unit(
            String program, String id, String from, String to, LossClass loss) {
        return new UnitView(
                new UnitId(program, id),
                "what it does",
                List.of(new TypePattern(ContentType.parse(from), List.of())),
                new TypePattern(ContentType.parse(to), List.of()),
                List.of(),
                List.of(),
                loss,
                UnitLimits.NONE,
                PlanCost.of(4, 0.8, 0.2, 0),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Plan plan(UnitView unit) {
        ContentType source = unit.sources().getFirst().mediaType();
        ContentType target = unit.target().mediaType();
        PlanStep step =
                new PlanStep(
                        unit.id(),
                        "1.0",
                        "",
                        "C",
                        source,
                        List.of(),
                        target,
                        new TreeMap<>(Map.of("name", unit.id().program())),
                        UnitLimits.NONE,
                        true);
        String reason = "because of " + unit.id().program();
        return new Plan(
                source,
                target,
                List.of(unit.id()),
                List.of(step),
                unit.cost(),
                reason,
                List.of(new PlanAlternative(List.of(unit.id()), unit.cost(), reason)));
    }
}
