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
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.UnitId;

/** Classic matching beside the default, case by case, kept in a file that a person can read. */
class MatchingTableTest {

    private static final Path TABLE = Path.of("src/test/resources/matching.txt");

    private final List<String> lines =
            new ArrayList<>(
                    List.of(
                            "# How units are matched: classic (as gDTS did) beside the default.",
                            "# A unit is written 'name: source -> target'; it loses nothing unless it"
                                    + " says so. ?x is optional,",
                            "# * is any value, - must be supplied by the caller. <> marks where the two"
                                    + " differ.",
                            ""));

    /** One case: what it shows, the question, and the units. */
    private void show(String what, String from, String to, String... units) {
        show(what, from, to, Map.of(), units);
    }

    private void show(
            String what, String from, String to, Map<String, String> options, String... units) {
        GraphPlanner planner = planner(units);
        String classic = answer(planner, from, to, options, Matching.CLASSIC);
        String best = answer(planner, from, to, options, Matching.BEST);
        lines.add(what);
        for (String unit : units) {
            lines.add("      " + unit);
        }
        String asked =
                options.entrySet().stream()
                        .map(option -> ", " + option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining());
        lines.add("  ?   " + from + " -> " + to + asked);
        lines.add("  classic  " + classic);
        boolean same = classic.replaceFirst("  \\(.*", "").equals(best);
        lines.add((same ? "  default  " : "  default  <> ") + best);
        lines.add("");
    }

    private static GraphPlanner planner(String... units) {
        TestProgram program = TestProgram.program("p");
        for (String unit : units) {
            // The syntax of content types wants a question mark in quotes.
            String quoted = unit.replaceAll("=(\\?[^; ]+)", "=\"$1\"");
            String[] parts = quoted.split(": | -> | \\| ");
            List<String> more = List.of(parts).subList(3, parts.length);
            String[] parameters =
                    more.stream().filter(part -> part.contains("=")).toArray(String[]::new);
            if (more.contains("lossy")) {
                program.lossy(parts[0], parts[1], parts[2], parameters);
            } else if (more.contains("structure lost")) {
                program.losing(parts[0], parts[1], parts[2], parameters);
            } else {
                program.lossless(parts[0], parts[1], parts[2], parameters);
            }
        }
        return new GraphPlanner(new ProgramRegistry(List.of(program.build())), UnitStatistics.NONE);
    }

    private static String answer(
            GraphPlanner planner,
            String from,
            String to,
            Map<String, String> options,
            Matching matching) {
        PlanRules rules = new PlanRules(List.of(), List.of(), false, matching);
        PlanGoal goal = new PlanGoal(ContentType.parse(to), new TreeMap<>(options), rules);
        PlanObject object = PlanObject.of(ContentType.parse(from));
        return switch (planner.plan(PlanQuestion.of(object, goal))) {
            case PlanAnswer.Found found -> words(found.plan());
            case PlanAnswer.NotRunnable blocked -> throw new AssertionError(blocked);
            case PlanAnswer.Refused refused -> "refused: " + refused.problem().message();
        };
    }

    private static String words(Plan plan) {
        if (plan.isPassThrough()) {
            return "forwarded untouched";
        }
        String way = plan.units().stream().map(UnitId::unit).collect(Collectors.joining(" > "));
        String level = plan.reason().replaceFirst("^.*classic matching, ", "");
        return way
                + " = "
                + plan.target()
                + (level.equals(plan.reason()) ? "" : "  (" + level + ")");
    }

    @Test
    void theTableIsAsCheckedIn() throws Exception {
        levels();
        openValues();
        pathsAndDirectUnits();
        kindsOfTypes();
        parametersOfTheTarget();
        String text = String.join("\n", lines);
        Files.writeString(Path.of("target/matching.txt"), text);
        assertThat(text)
                .as("differs from %s; the new table is in target/matching.txt", TABLE)
                .isEqualTo(Files.exists(TABLE) ? Files.readString(TABLE) : "");
    }

    private void levels() {
        show(
                "Exact before support and generic.",
                "image/png; width=64",
                "image/jpeg",
                "any: image/png -> image/jpeg",
                "open: image/png; width=* -> image/jpeg",
                "same: image/png; width=64 -> image/jpeg");
        show(
                "Support before generic.",
                "image/png; width=64",
                "image/jpeg",
                "any: image/png -> image/jpeg",
                "open: image/png; width=* -> image/jpeg");
        show(
                "Generic: what the object has beyond does not matter.",
                "image/png; width=1024; height=1024",
                "image/jpeg",
                "convert: image/png -> image/jpeg");
        show(
                "Generic: what the unit names beyond does not matter either.",
                "image/png",
                "image/jpeg",
                "convert: image/png; width=64 -> image/jpeg");
        show(
                "A same-named different value rejects.",
                "image/png; width=64",
                "image/jpeg",
                "convert: image/png; width=32 -> image/jpeg");
        show(
                "... unless it is optional.",
                "image/png; width=64",
                "image/jpeg",
                "convert: image/png; width=?32 -> image/jpeg");
        show(
                "The match decides in classic, what is lost in the default.",
                "image/png; width=64",
                "image/tiff",
                "keeps: image/png -> image/tiff",
                "same: image/png; width=64 -> image/tiff | lossy");
    }

    private void openValues() {
        show(
                "* takes any value.",
                "image/png; width=64",
                "image/jpeg",
                "convert: image/png; width=* -> image/jpeg");
        show(
                "- in a source must be known.",
                "image/png; width=64",
                "image/jpeg",
                "convert: image/png; width=- -> image/jpeg");
        show(
                "- in a source that nobody knows.",
                "image/png",
                "image/jpeg",
                "convert: image/png; width=- -> image/jpeg");
        show(
                "An option that must be supplied, and is not.",
                "image/png",
                "image/jpeg",
                "mark: image/png -> image/jpeg | logo=-");
        show(
                "An option that must be supplied, and is.",
                "image/png",
                "image/jpeg",
                Map.of("logo", "a.png"),
                "mark: image/png -> image/jpeg | logo=-");
        show(
                "An option that no unit knows.",
                "image/png",
                "image/jpeg",
                Map.of("colour", "red"),
                "convert: image/png -> image/jpeg");
    }

    private void pathsAndDirectUnits() {
        show(
                "A direct unit before a path.",
                "image/png",
                "image/jpeg",
                "first: image/png -> image/bmp",
                "second: image/bmp -> image/jpeg",
                "third: image/png -> image/jpeg");
        show(
                "... even if it loses more.",
                "application/msword",
                "application/pdf",
                "direct: application/msword -> application/pdf | structure lost",
                "odt: application/msword -> application/vnd.oasis.opendocument.text",
                "pdf: application/vnd.oasis.opendocument.text -> application/pdf");
        show(
                "An exact path before a direct unit that is only generic.",
                "image/png; width=64",
                "image/jpeg",
                "direct: image/png -> image/jpeg",
                "first: image/png; width=64 -> image/bmp",
                "second: image/bmp -> image/jpeg");
        show(
                "The shortest path.",
                "image/png",
                "image/tiff",
                "a1: image/png -> image/bmp",
                "a2: image/bmp -> image/gif",
                "a3: image/gif -> image/tiff",
                "b1: image/png -> image/webp | lossy",
                "b2: image/webp -> image/tiff | lossy");
        show(
                "Never over plain text into a document, if it can be helped.",
                "application/msword",
                "application/pdf",
                "html: application/msword -> text/html | lossy",
                "mark: text/html -> application/rtf | lossy",
                "pdf: application/rtf -> application/pdf | lossy",
                "text: application/msword -> text/plain | structure lost",
                "print: text/plain -> application/pdf");
    }

    private void kindsOfTypes() {
        show("*/* takes anything.", "video/mp4", "application/zip", "pack: */* -> application/zip");
        show(
                "A unit for the type itself before one for anything.",
                "video/mp4",
                "application/zip",
                "anything: */* -> application/zip",
                "video: video/mp4 -> application/zip");
        show("image/* takes every image.", "image/png", "image/jpeg", "all: image/* -> image/jpeg");
        show(
                "text/xml is application/xml.",
                "text/xml",
                "text/html",
                "style: application/xml -> text/html");
        show(
                "+xml is a kind of XML.",
                "image/svg+xml",
                "text/html",
                "style: application/xml -> text/html");
        show(
                "CSV is a kind of text.",
                "text/csv",
                "application/pdf",
                "print: text/plain -> application/pdf");
    }

    private void parametersOfTheTarget() {
        show(
                "A parameter asked of the target, and one unit that can.",
                "image/png",
                "image/jpeg; width=64",
                "convert: image/png -> image/jpeg",
                "resize: image/png -> image/jpeg; width=?*");
        show(
                "A parameter asked of the target that no unit fulfils.",
                "image/png",
                "image/jpeg; width=64",
                "convert: image/png -> image/jpeg");
        show(
                "A target with another value.",
                "text/html",
                "text/plain; charset=ISO-8859-1",
                "strip: text/html -> text/plain; charset=UTF-8");
        show(
                "A target that states more than was asked for.",
                "text/html",
                "text/plain",
                "strip: text/html -> text/plain; charset=UTF-8");
        show(
                "Already of that type.",
                "image/png; width=64",
                "image/png; width=64",
                "resize: image/png -> image/png; width=?*");
        show(
                "Of that media type, without the parameter asked for.",
                "image/png",
                "image/png; width=64",
                "resize: image/png -> image/png; width=?*");
        show(
                "Of that media type, with a parameter that nobody asked for.",
                "image/png; width=64",
                "image/png",
                "resize: image/png -> image/png; width=?*");
    }
}
