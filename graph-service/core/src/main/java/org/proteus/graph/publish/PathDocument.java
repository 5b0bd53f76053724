package org.proteus.graph.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.program.UnitStep;
import org.proteus.graph.ProgramRegistry;

/**
 * Writes a plan down as a program with one composite unit. The same plan gives the same document,
 * byte by byte: the id is made of the types and of the steps with their values, the version of
 * everything.
 */
final class PathDocument {

    /** Id of the unit. */
    static final String UNIT = "path";

    private static final int LONGEST_TYPE = 36;
    private static final int ID_DIGITS = 10;
    private static final int VERSION_DIGITS = 16;

    private final Plan plan;
    private final List<PathStep> steps;

    private PathDocument(Plan plan, List<PathStep> steps) {
        this.plan = plan;
        this.steps = steps;
    }

    /**
     * Looks up the steps of a plan that has some.
     *
     * @throws ProteusException with {@code CONFLICT} if a program of it has changed since
     */
    static PathDocument of(Plan plan, ProgramRegistry registry) {
        return new PathDocument(
                plan, plan.steps().stream().map(step -> pathStep(step, registry)).toList());
    }

    private static PathStep pathStep(PlanStep step, ProgramRegistry registry) {
        TransformationProgram program =
                registry.program(step.unit().program())
                        .filter(known -> known.checksum().equals(step.checksum()))
                        .orElseThrow(() ->
                                new ProteusException(
                                        ErrorCode.CONFLICT,
                                        "program '" + step.unit().program() + "' has changed",
                                        "plan again"));
        return new PathStep(step, program, program.unit(step.unit().unit()).orElseThrow());
    }

    /** Whether it is a unit as it stands, without values. */
    boolean isNamed() {
        return plan.units().size() == 1 && steps.stream().allMatch(s -> s.bound().isEmpty());
    }

    /**
     * Returns the document.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if a value cannot stand in one
     */
    Bytes document() {
        try {
            String version = hash(ProgramDocuments.print(program("0")), VERSION_DIGITS);
            return Bytes.of(
                    ProgramDocuments.print(program(version)).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unprintable) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "an option's value cannot stand in a document: "
                                    + unprintable.getMessage(),
                            "leave out its control characters"),
                    unprintable);
        }
    }

    private TransformationProgram program(String version) {
        List<UnitStep> composition =
                steps.stream().map(step -> new UnitStep(step.id(), step.bound())).toList();
        String id =
                "path-%s-to-%s-%s"
                        .formatted(
                                word(plan.source()),
                                word(plan.target()),
                                hash(composition.toString(), ID_DIGITS));
        return new TransformationProgram(
                id,
                version,
                "The path from %s to %s in %d steps."
                        .formatted(
                                plan.source().mediaType(), plan.target().mediaType(), steps.size()),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(unit(composition)),
                true,
                "");
    }

    private TransformationUnit unit(List<UnitStep> composition) {
        return new TransformationUnit(
                UNIT,
                sources(),
                target(),
                open(),
                composition,
                UnitLimits.NONE,
                steps.stream()
                        .map(step -> step.unit().loss())
                        .max(LossClass::compareTo)
                        .orElseThrow(),
                0,
                List.of(),
                List.of());
    }

    private List<TypePattern> sources() {
        List<TypePattern> sources = new ArrayList<>(steps.getFirst().unit().sources());
        TypePattern first = sources.removeFirst();
        sources.addFirst(new TypePattern(plan.source(), first.parameters()));
        return sources;
    }

    private TypePattern target() {
        PathStep last = steps.getLast();
        return new TypePattern(
                plan.target(),
                last.unit().target().parameters().stream().map(last::afterBinding).toList());
    }

    /**
     * What several steps leave open is one parameter; it may be left out if each step allows it.
     */
    private List<Parameter> open() {
        Map<String, Parameter> open = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            for (Parameter parameter : steps.get(i).open(!last)) {
                open.merge(
                        parameter.name().toLowerCase(Locale.ROOT),
                        parameter,
                        (one, other) -> one.optional() ? other : one);
            }
        }
        return List.copyOf(open.values());
    }

    private static String word(ContentType type) {
        String word = type.mediaType().replaceAll("[^A-Za-z0-9]+", "-");
        return word.substring(0, Math.min(word.length(), LONGEST_TYPE));
    }

    private static String hash(String text, int digits) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
