package org.proteus.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.graph.Catalogue;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.UnitFilter;
import org.proteus.library.Knowledge;
import org.proteus.library.PlanningCatalogue;

/** Questions that a person would ask of the shipped programs, answered as the command prints it. */
class TwentyQuestionsTest {

    private static final Path ANSWERS = Path.of("src/test/resources/twenty-questions.txt");

    private static final List<String> QUESTIONS =
            List.of(
                    "docx png",
                    "docx pdf",
                    "docx txt",
                    "docx html",
                    "tiff pdf",
                    "tiff png width=800",
                    "epub mp3",
                    "epub pdf",
                    "xlsx csv",
                    "xlsx pdf",
                    "pptx png",
                    "svg jpeg width=640",
                    "pdf txt",
                    "pdf jpeg page=2 dpi=150",
                    "pdf tiff",
                    "mp4 gif width=320 fps=10",
                    "mp4 mp3",
                    "avi flv encoder=mencoder",
                    "wav flac",
                    "flac mp3 bitrate=192k",
                    "html txt charset=ISO-8859-1",
                    "html txt charset=UTF-8",
                    "html pdf",
                    "heic jpeg quality=80",
                    "jpeg tiff",
                    "png zip",
                    "csv xlsx",
                    "eml txt",
                    "jpeg txt",
                    "png png");

    @Test
    void theAnswersAreAsCheckedIn() throws Exception {
        StringWriter text = new StringWriter();
        Printer printer = new Printer(new PrintWriter(text), new PrintWriter(text));
        printer.line(
                "# Questions to the shipped programs, all taken as runnable, nothing measured.\n");
        try (Knowledge knowledge = Knowledge.load(Optional.empty())) {
            Catalogue catalogue = new PlanningCatalogue(knowledge);
            for (String question : QUESTIONS) {
                printer.line("## " + question + "\n");
                answer(catalogue, List.of(question.split(" ")), printer);
                printer.line("");
            }
        }
        Files.writeString(Path.of("target/twenty-questions.txt"), text.toString());
        assertThat(text.toString())
                .as("differs from %s; the new one is in target/twenty-questions.txt", ANSWERS)
                .isEqualTo(Files.exists(ANSWERS) ? Files.readString(ANSWERS) : "");
    }

    @Test
    void theGuideShowsOneOfThem() throws Exception {
        String guide = Files.readString(Path.of("../docs/plans.md"));
        Matcher shown = Pattern.compile("docx png\n\n```\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(shown.find()).isTrue();
        assertThat(Files.readString(ANSWERS)).contains(shown.group(1));
    }

    private static void answer(Catalogue catalogue, List<String> words, Printer printer) {
        Map<String, String> options = new TreeMap<>();
        for (String option : words.subList(2, words.size())) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        PlanObject object = PlanObject.of(catalogue.resolveType(words.getFirst()));
        PlanGoal goal = new PlanGoal(catalogue.resolveType(words.get(1)), options, PlanRules.NONE);
        switch (catalogue.plan(object, goal, 3)) {
            case PlanAnswer.Found found ->
                    new PlanText(catalogue.units(UnitFilter.ALL)).print(found.plan(), printer);
            case PlanAnswer.NotRunnable blocked ->
                    throw new AssertionError("all programs are taken as runnable: " + blocked);
            case PlanAnswer.Refused refused -> printer.problem(refused.problem());
        }
    }
}
