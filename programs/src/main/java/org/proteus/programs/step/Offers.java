package org.proteus.programs.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.ProgramOffer.State;
import org.proteus.programs.Availability;
import org.proteus.programs.Program;

/**
 * What can run here. Programs are looked for once; a tool is asked who it is once, before its first
 * run. Thread-safe.
 */
final class Offers {

    private final InstalledPrograms programs;
    private final UntrustedPrograms untrusted;
    private final Map<Program, Availability> looked = new ConcurrentHashMap<>();
    private final Map<Program, Availability> confirmed = new ConcurrentHashMap<>();

    Offers(InstalledPrograms programs, UntrustedPrograms untrusted) {
        this.programs = programs;
        this.untrusted = untrusted;
    }

    /** Returns one offer for each document that names a class, as far as is known by now. */
    List<ProgramOffer> all(List<TransformationProgram> published) {
        List<TransformationProgram> own = programs.documents();
        Set<String> taken = own.stream().map(TransformationProgram::id).collect(Collectors.toSet());
        List<ProgramOffer> offers =
                new ArrayList<>(
                        own.parallelStream()
                                .filter(document -> document.entryClass().isPresent())
                                .map(document -> offer(document, Optional.empty()))
                                .toList());
        published.stream()
                .filter(document -> document.entryClass().isPresent())
                .filter(document -> !taken.contains(document.id()))
                .map(document -> offer(document, refusal(document)))
                .forEach(offers::add);
        return offers;
    }

    private Optional<String> refusal(TransformationProgram document) {
        return untrusted.refusal(document.entryClass().orElseThrow(), programs);
    }

    /** Returns what a program says after it was asked; asks it the first time. */
    Availability confirm(Program program) {
        return confirmed.computeIfAbsent(program, Program::confirm);
    }

    private ProgramOffer offer(TransformationProgram document, Optional<String> refusal) {
        String entryClass = document.entryClass().orElseThrow();
        Availability found =
                refusal.map(Availability::missing)
                        .or(() -> programs.program(entryClass).map(this::look))
                        .orElseGet(() ->
                                Availability.missing(
                                        "class " + entryClass + " is not on this worker"));
        return new ProgramOffer(
                document.id(),
                document.version(),
                document.checksum(),
                found.runnable() ? State.RUNNABLE : State.MISSING,
                found.runnable() ? found.tool() : found.reason());
    }

    private Availability look(Program program) {
        Availability known = confirmed.get(program);
        return known != null ? known : looked.computeIfAbsent(program, Program::availability);
    }
}
