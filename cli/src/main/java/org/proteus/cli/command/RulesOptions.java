package org.proteus.cli.command;

import java.util.List;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.PlanRules;
import picocli.CommandLine.Option;

/** What is prescribed of the way. */
final class RulesOptions {

    @Option(
            names = "--pin",
            paramLabel = "NAME",
            description = {
                "A program, a unit (program/unit), a type on the way, or a whole plan (units joined by"
                        + " commas) that must be used.",
                "Repeatable."
            })
    private List<String> pin = List.of();

    @Option(
            names = "--forbid",
            paramLabel = "NAME",
            description = "A program, unit, type or plan that must not be used. Repeatable.")
    private List<String> forbid = List.of();

    @Option(names = "--lossless", description = "Use only units that lose nothing.")
    private boolean lossless;

    @Option(
            names = "--matching",
            paramLabel = "HOW",
            description = "best (default), or classic: as gDTS matched, the shortest way first.")
    private Matching matching = Matching.BEST;

    PlanRules rules() {
        return new PlanRules(pin, forbid, lossless, matching);
    }
}
