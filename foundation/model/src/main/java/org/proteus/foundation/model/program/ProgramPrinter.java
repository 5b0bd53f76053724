package org.proteus.foundation.model.program;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.DataSize;

/** Prints one program as a document. */
final class ProgramPrinter {

    private final XmlText xml = new XmlText();

    String print(TransformationProgram program) {
        xml.open("gDTSTransformationProgram", attributes(program));
        if (!program.description().isEmpty()) {
            xml.text("p:Description", program.description());
        }
        transformer(program);
        xml.open("TransformationUnits");
        program.units().forEach(this::unit);
        xml.close("TransformationUnits");
        xml.close("gDTSTransformationProgram");
        return xml.toString();
    }

    private static String[] attributes(TransformationProgram program) {
        List<String> attributes = new ArrayList<>();
        attributes.addAll(List.of("xmlns:p", "urn:proteus:program:1"));
        attributes.addAll(List.of("id", program.id(), "version", program.version()));
        if (program.namesPaths()) {
            attributes.addAll(List.of("p:names-paths", "true"));
        }
        return attributes.toArray(String[]::new);
    }

    private void transformer(TransformationProgram program) {
        xml.open("Transformer");
        if (!program.packages().isEmpty()) {
            xml.open("Software");
            for (SoftwarePackage software : program.packages()) {
                xml.open("Package");
                xml.text("PKGID", software.id());
                xml.text("Location", software.location());
                xml.close("Package");
            }
            xml.close("Software");
        }
        program.entryClass().ifPresent(name -> xml.text("Class", name));
        parameters("GlobalProgramParameters", program.parameters());
        xml.close("Transformer");
    }

    private void unit(TransformationUnit unit) {
        xml.open("TransformationUnit", attributes(unit));
        xml.open("Sources");
        for (int i = 0; i < unit.sources().size(); i++) {
            xml.open("Source");
            xml.empty("Input", "id", "TRInput" + i);
            contentType(unit.sources().get(i));
            xml.close("Source");
        }
        xml.close("Sources");
        parameters("ProgramParameters", unit.parameters());
        xml.open("Target");
        xml.empty("Output", "id", CompositionReader.OUTPUT);
        contentType(unit.target());
        xml.close("Target");
        composition(unit.composition());
        limits(unit.limits());
        xml.close("TransformationUnit");
    }

    private static String[] attributes(TransformationUnit unit) {
        List<String> attributes = new ArrayList<>();
        attributes.addAll(List.of("id", unit.id()));
        attributes.addAll(List.of("isComposite", Boolean.toString(unit.isComposite())));
        String loss = unit.loss().name().toLowerCase(Locale.ROOT).replace('_', '-');
        attributes.addAll(List.of("p:loss", loss));
        if (unit.bytesPerSecond() > 0) {
            attributes.addAll(List.of("p:speed", new DataSize(unit.bytesPerSecond()) + "/s"));
        }
        if (!unit.kept().isEmpty()) {
            attributes.addAll(List.of("p:keeps", String.join(" ", unit.kept())));
        }
        if (!unit.except().isEmpty()) {
            String types = unit.except().stream().map(ContentType::mediaType).collect(joining(" "));
            attributes.addAll(List.of("p:except", types));
        }
        return attributes.toArray(String[]::new);
    }

    private void contentType(TypePattern pattern) {
        xml.open("ContentType");
        xml.text("Mimetype", pattern.mediaType().mediaType());
        parameters("Parameters", pattern.parameters());
        xml.close("ContentType");
    }

    private void composition(List<UnitStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        xml.open("Composition");
        for (UnitStep step : steps) {
            xml.open(
                    "ExtTransformationUnit",
                    "tpid",
                    step.unit().program(),
                    "tuid",
                    step.unit().unit());
            parameters("UnboundParameters", step.parameters());
            xml.close("ExtTransformationUnit");
        }
        xml.close("Composition");
    }

    private void limits(UnitLimits limits) {
        Map<String, String> attributes = LimitsForm.write(limits);
        if (!attributes.isEmpty()) {
            xml.empty(
                    "p:Limits",
                    attributes.entrySet().stream()
                            .flatMap(e -> List.of(e.getKey(), e.getValue()).stream())
                            .toArray(String[]::new));
        }
    }

    private void parameters(String list, List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        xml.open(list);
        for (Parameter parameter : parameters) {
            xml.empty(
                    "Parameter",
                    "name",
                    parameter.name(),
                    "value",
                    parameter.value(),
                    "isOptional",
                    Boolean.toString(parameter.optional()));
        }
        xml.close(list);
    }
}
