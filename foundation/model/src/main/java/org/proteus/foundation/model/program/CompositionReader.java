package org.proteus.foundation.model.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xml.sax.SAXParseException;

/**
 * Reads the steps of a composite unit. Each step reads what the step before it wrote; a document
 * may say so ({@code TargetInput}, {@code TargetOutput}) but cannot say anything else.
 */
final class CompositionReader {

    /** Id of the only output of a unit. */
    static final String OUTPUT = "TROutput";

    private final DocumentNode unit;

    CompositionReader(DocumentNode unit) {
        this.unit = unit;
    }

    List<UnitStep> steps() throws SAXParseException {
        List<DocumentNode> nodes = unit.within("Composition");
        boolean composite = ProgramReader.isTrue(unit, "isComposite");
        if (composite && nodes.isEmpty()) {
            throw error(unit, "is composite, but has no steps");
        }
        if (!composite && unit.child("Composition").isPresent()) {
            throw error(unit, "has a Composition, but isComposite is not true");
        }
        requireChain(nodes);
        List<UnitStep> steps = new ArrayList<>();
        for (DocumentNode node : nodes) {
            UnitId id = new UnitId(node.attribute("tpid"), node.attribute("tuid"));
            steps.add(new UnitStep(id, ProgramReader.parameters(node, "UnboundParameters")));
        }
        return steps;
    }

    private void requireChain(List<DocumentNode> nodes) throws SAXParseException {
        Set<String> readable =
                unit.within("Sources").stream()
                        .map(source -> source.required("Input").attribute("id"))
                        .collect(Collectors.toSet());
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            DocumentNode node = nodes.get(i);
            if (node.child("TargetInput").isPresent()) {
                String from = node.required("TargetInput").attribute("thisID");
                if (!readable.isEmpty() && !readable.contains(from)) {
                    throw error(node, "reads '" + from + "', not what the step before it writes");
                }
            }
            String to = node.child("TargetOutput").map(wire -> wire.attribute("thisID")).orElse("");
            if (!to.isEmpty() && last != to.equals(OUTPUT)) {
                throw error(
                        node, "writes '" + to + "'; the last step, and no other, writes " + OUTPUT);
            }
            readable = to.isEmpty() ? Set.of() : Set.of(to);
        }
    }

    private static SAXParseException error(DocumentNode node, String reason) {
        String what =
                node.name().equals("TransformationUnit")
                        ? "unit '" + node.attribute("id") + "' "
                        : "step '" + node.attribute("tpid") + "/" + node.attribute("tuid") + "' ";
        return ProgramReader.error(node, what + reason);
    }
}
