package org.proteus.foundation.model.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.DataSize;
import org.xml.sax.SAXParseException;

/** Builds a program from the nodes of a valid document and checks what a schema cannot say. */
final class ProgramReader {

    /** More than any program of people has; what a generator writes is better split. */
    private static final int MOST_UNITS = 1000;

    private static final int MOST_PARAMETERS = 200;

    private final DocumentNode root;

    ProgramReader(DocumentNode root) {
        this.root = root;
    }

    TransformationProgram program(String checksum) throws SAXParseException {
        DocumentNode transformer = root.required("Transformer");
        Optional<String> entryClass = transformer.child("Class").map(DocumentNode::content);
        return new TransformationProgram(
                root.attribute("id"),
                root.attribute("version"),
                root.child("Description").map(DocumentNode::content).orElse(""),
                packages(transformer),
                entryClass,
                parameters(transformer, "GlobalProgramParameters"),
                units(entryClass.isPresent()),
                namesPaths(),
                checksum);
    }

    private boolean namesPaths() throws SAXParseException {
        boolean names = isTrue(root, "names-paths");
        if (names && root.required("Transformer").child("Class").isPresent()) {
            throw error(root, "names paths only, but has a Class");
        }
        return names;
    }

    private static List<SoftwarePackage> packages(DocumentNode transformer) {
        return transformer.within("Software").stream()
                .map(node ->
                        new SoftwarePackage(
                                node.required("PKGID").content(),
                                node.required("Location").content()))
                .toList();
    }

    private List<TransformationUnit> units(boolean hasClass) throws SAXParseException {
        List<DocumentNode> nodes = root.within("TransformationUnits");
        if (nodes.size() > MOST_UNITS) {
            throw error(nodes.get(MOST_UNITS), "more than " + MOST_UNITS + " units");
        }
        List<TransformationUnit> units = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (DocumentNode node : nodes) {
            TransformationUnit unit = unit(node);
            if (!ids.add(unit.id())) {
                throw error(node, "unit id '" + unit.id() + "' is given twice");
            }
            if (!unit.isComposite() && !hasClass) {
                throw error(
                        node,
                        "unit '" + unit.id() + "' is not composite, but the program has no Class");
            }
            units.add(unit);
        }
        return units;
    }

    private static TransformationUnit unit(DocumentNode node) throws SAXParseException {
        List<DocumentNode> sources = node.within("Sources");
        List<TypePattern> patterns = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            requirePort(sources.get(i).required("Input"), "TRInput" + i);
            patterns.add(pattern(sources.get(i).required("ContentType")));
        }
        DocumentNode target = node.required("Target");
        requirePort(target.required("Output"), CompositionReader.OUTPUT);
        return new TransformationUnit(
                node.attribute("id"),
                patterns,
                target(target.required("ContentType")),
                parameters(node, "ProgramParameters"),
                new CompositionReader(node).steps(),
                LimitsForm.read(node),
                loss(node.attribute("loss")),
                speed(node),
                words(node, "keeps"),
                except(node));
    }

    private static TypePattern target(DocumentNode node) throws SAXParseException {
        TypePattern pattern = pattern(node);
        if (pattern.mediaType().isRange()) {
            throw error(node, "a target names one media type, found " + pattern.mediaType());
        }
        return pattern;
    }

    private static TypePattern pattern(DocumentNode node) throws SAXParseException {
        DocumentNode name = node.required("Mimetype");
        ContentType mediaType;
        try {
            mediaType = ContentType.parse(name.content());
        } catch (IllegalArgumentException e) {
            throw error(name, e.getMessage());
        }
        if (!mediaType.parameters().isEmpty()) {
            throw error(name, "parameters of a type belong into its element Parameters");
        }
        return new TypePattern(mediaType, parameters(node, "Parameters"));
    }

    static List<Parameter> parameters(DocumentNode parent, String list) throws SAXParseException {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (DocumentNode node : parent.within(list)) {
            String name = node.attribute("name");
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw error(node, "parameter '" + name + "' is given twice");
            }
            if (parameters.size() == MOST_PARAMETERS) {
                throw error(node, "more than " + MOST_PARAMETERS + " parameters");
            }
            parameters.add(
                    new Parameter(name, node.attribute("value"), isTrue(node, "isOptional")));
        }
        return parameters;
    }

    private static LossClass loss(String text) {
        return text.isEmpty()
                ? LossClass.LOSSY
                : LossClass.valueOf(text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static long speed(DocumentNode node) throws SAXParseException {
        String text = node.attribute("speed").strip();
        try {
            return text.isEmpty() ? 0 : DataSize.parse(text.replaceFirst("/s$", "")).bytes();
        } catch (IllegalArgumentException e) {
            throw error(node, e.getMessage());
        }
    }

    private static List<ContentType> except(DocumentNode node) throws SAXParseException {
        List<ContentType> types = new ArrayList<>();
        for (String word : words(node, "except")) {
            try {
                types.add(ContentType.parse(word).withoutParameters());
            } catch (IllegalArgumentException e) {
                throw error(node, e.getMessage());
            }
        }
        return types;
    }

    private static List<String> words(DocumentNode node, String attribute) {
        String words = node.attribute(attribute).strip();
        return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
    }

    static boolean isTrue(DocumentNode node, String attribute) {
        String value = node.attribute(attribute).strip();
        return value.equals("true") || value.equals("1");
    }

    private static void requirePort(DocumentNode node, String id) throws SAXParseException {
        if (!node.attribute("id").equals(id)) {
            throw error(
                    node,
                    node.name() + " needs id '" + id + "', found '" + node.attribute("id") + "'");
        }
    }

    static SAXParseException error(DocumentNode node, String reason) {
        return new SAXParseException(reason, null, null, node.line(), node.column());
    }
}
