package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanStep;

/** Plain questions and their answers, kept in a file that a person can read. */
class GoldenPlansTest {

    private static final Path TABLE = Path.of("src/test/resources/plans.txt");

    /** Source, target, options. */
    private static final List<List<String>> QUESTIONS =
            List.of(
                    List.of("tiff", "png"),
                    List.of("tiff", "image/png; width=640px"),
                    List.of("tiff", "png", "Width=640", "quality=90"),
                    List.of("png", "png"),
                    List.of("png", "image/png; width=640"),
                    List.of("image/png; width=640", "image/png; width=640px"),
                    List.of("png", "jpeg", "watermark=logo.png"),
                    List.of("docx", "pdf"),
                    List.of("docx", "txt"),
                    List.of("docx", "text/plain; charset=utf-8"),
                    List.of("docx", "png", "width=200"),
                    List.of("pdf", "txt"),
                    List.of("pdf", "jpg", "pages=3", "width=100"),
                    List.of("pdf", "bmp"),
                    List.of("pdf", "html"),
                    List.of("pdf", "html", "password=x"),
                    List.of("svg", "jpeg", "width=300"),
                    List.of("avi", "flv"),
                    List.of("avi", "png", "time=5"),
                    List.of("mp3", "zip"),
                    List.of("mp3", "txt"),
                    List.of("mp3", "pdf"),
                    List.of("csv", "pdf"),
                    List.of("txt", "image/jpeg"),
                    List.of("png", "mp3"),
                    List.of("png", "jpeg", "colour=red"),
                    List.of("docx", "zip", "width=5"),
                    List.of("docx", "text/plain; charset=ISO-8859-1"),
                    List.of("text/xml", "zip"));

    @Test
    void theTableIsAsCheckedIn() throws Exception {
        GraphPlanner planner =
                new GraphPlanner(new ProgramRegistry(ShopOfPrograms.all()), UnitStatistics.NONE);
        List<String> lines = new ArrayList<>();
        for (List<String> question : QUESTIONS) {
            lines.add(String.join(" ", question));
            lines.addAll(answer(planner, question));
            lines.add("");
        }
        String text = String.join("\n", lines);
        Files.writeString(Path.of("target/plans.txt"), text);
        assertThat(text)
                .as("differs from %s; the new table is in target/plans.txt", TABLE)
                .isEqualTo(Files.readString(TABLE));
    }

    private static List<String> answer(GraphPlanner planner, List<String> question) {
        Map<String, String> options = new TreeMap<>();
        for (String option : question.subList(2, question.size())) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        PlanGoal goal = PlanGoal.of(TypeNames.resolve(question.get(1))).withOptions(options);
        PlanQuestion asked =
                PlanQuestion.of(PlanObject.of(TypeNames.resolve(question.getFirst())), goal)
                        .alternatives(2);
        return switch (planner.plan(asked)) {
            case PlanAnswer.Found found -> lines(found.plan());
            case PlanAnswer.NotRunnable missing -> List.of("  not runnable " + missing);
            case PlanAnswer.Refused refused ->
                    List.of(
                            "  refused " + refused.problem().code().slug(),
                            "    " + refused.problem().message(),
                            "    " + refused.problem().action());
        };
    }

    private static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("  = " + plan.target() + ", cost " + plan.cost().total() + ": " + plan.reason());
        for (PlanStep step : plan.steps()) {
            String parameters =
                    step.parameters().entrySet().stream()
                            .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining());
            lines.add("    " + step.unit() + parameters + " -> " + step.target());
        }
        plan.alternatives()
                .forEach(other ->
                        lines.add(
                                "  or "
                                        + other.units().stream()
                                                .map(Object::toString)
                                                .collect(Collectors.joining(" > "))
                                        + ", cost "
                                        + other.cost().total()
                                        + ": "
                                        + other.reason()));
        return lines;
    }
}
