package org.proteus.foundation.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.proteus.foundation.model.ContentType;

class ProgramRoundTripTest {

    private static final String ID_START =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @Property(tries = 200)
    void whatIsPrintedIsReadBack(@ForAll("programs") TransformationProgram program) {
        String printed = ProgramDocuments.print(program);
        TransformationProgram read =
                ProgramDocuments.parse(printed.getBytes(StandardCharsets.UTF_8), "printed.xml");
        assertThat(read).isEqualTo(withChecksum(program, read.checksum()));
        assertThat(ProgramDocuments.print(read)).isEqualTo(printed);
    }

    @Provide
    Arbitrary<TransformationProgram> programs() {
        Arbitrary<List<SoftwarePackage>> packages =
                Combinators.combine(ids(), ids()).as(SoftwarePackage::new).list().ofMaxSize(2);
        return Combinators.combine(
                        ids(),
                        ids(),
                        texts(),
                        packages,
                        parameters(),
                        units().list().ofSize(3),
                        Arbitraries.of(true, false))
                .as((id, version, description, software, parameters, units, names) ->
                        new TransformationProgram(
                                id,
                                version,
                                description,
                                software,
                                names ? Optional.empty() : Optional.of("org.example.Runs"),
                                parameters,
                                numbered(names ? composite(units) : units),
                                names,
                                ""));
    }

    private static Arbitrary<TransformationUnit> units() {
        Arbitrary<UnitStep> step =
                Combinators.combine(ids(), ids(), parameters())
                        .as((program, unit, list) -> new UnitStep(new UnitId(program, unit), list));
        return Combinators.combine(
                        patterns("*", "png", "svg+xml").list().ofMinSize(1).ofMaxSize(2),
                        patterns("jpeg", "vnd.x-y"),
                        parameters(),
                        step.list().ofMaxSize(2),
                        limits(),
                        Arbitraries.of(LossClass.class),
                        Combinators.combine(ids().list().ofMaxSize(2), types()).as(Map::entry))
                .as((sources, target, parameters, steps, limits, loss, words) ->
                        new TransformationUnit(
                                "u",
                                sources,
                                target,
                                parameters,
                                steps,
                                limits,
                                loss,
                                limits.maxInputBytes(),
                                words.getKey(),
                                words.getValue()));
    }

    private static Arbitrary<List<ContentType>> types() {
        return Arbitraries.of("*", "gif", "vnd.x-y")
                .map(subtype -> ContentType.of("image", subtype))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<TypePattern> patterns(String... subtypes) {
        return Combinators.combine(Arbitraries.of(subtypes), parameters())
                .as((subtype, list) -> new TypePattern(ContentType.of("image", subtype), list));
    }

    private static Arbitrary<List<Parameter>> parameters() {
        Arbitrary<String> values =
                Arbitraries.oneOf(
                        Arbitraries.of("*", "-", "", " x ", "<&>\"'", "a\nb\tc\r"),
                        Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(8));
        return Combinators.combine(ids(), values, Arbitraries.of(true, false))
                .as(Parameter::new)
                .list()
                .ofMaxSize(3)
                .uniqueElements(parameter -> parameter.name().toLowerCase(Locale.ROOT));
    }

    private static Arbitrary<UnitLimits> limits() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, 1L << 40);
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 1_000_000);
        Arbitrary<Double> factors = Arbitraries.of(0.0, 1.0, 2.5, 1000.0);
        return Combinators.combine(numbers, numbers, factors, seconds, seconds, numbers)
                .as(UnitLimits::new);
    }

    private static Arbitrary<String> ids() {
        return Combinators.combine(
                        Arbitraries.chars().with(ID_START),
                        Arbitraries.strings().withChars(ID_START + "._-").ofMaxLength(8))
                .as((first, rest) -> first + rest);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '\ud7ff')
                .ofMaxLength(20)
                .map(String::strip);
    }

    private static List<TransformationUnit> composite(List<TransformationUnit> units) {
        UnitStep step = new UnitStep(UnitId.parse("a/b"), List.of());
        return units.stream()
                .map(unit -> unit.isComposite() ? unit : withSteps(unit, List.of(step)))
                .toList();
    }

    private static TransformationUnit withSteps(TransformationUnit unit, List<UnitStep> steps) {
        return new TransformationUnit(
                unit.id(),
                unit.sources(),
                unit.target(),
                unit.parameters(),
                steps,
                unit.limits(),
                unit.loss(),
                unit.bytesPerSecond(),
                unit.kept(),
                unit.except());
    }

    private static List<TransformationUnit> numbered(List<TransformationUnit> units) {
        return IntStream.range(0, units.size())
                .mapToObj(i -> {
                    TransformationUnit unit = units.get(i);
                    return new TransformationUnit(
                            "u" + i,
                            unit.sources(),
                            unit.target(),
                            unit.parameters(),
                            unit.composition(),
                            unit.limits(),
                            unit.loss(),
                            unit.bytesPerSecond(),
                            unit.kept(),
                            unit.except());
                })
                .toList();
    }

    private static TransformationProgram withChecksum(
            TransformationProgram program, String checksum) {
        return new TransformationProgram(
                program.id(),
                program.version(),
                program.description(),
                program.packages(),
                program.entryClass(),
                program.parameters(),
                program.units(),
                program.namesPaths(),
                checksum);
    }
}
