package org.proteus.foundation.model.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a program document with the place where it stands.
 *
 * @param name local name
 * @param line line of its start tag, from 1
 * @param column column behind its start tag, from 1
 * @param attributes attribute values by local name
 * @param children child elements in order
 * @param text its own text, trimmed
 */
record DocumentNode(
        String name,
        int line,
        int column,
        Map<String, String> attributes,
        List<DocumentNode> children,
        StringBuilder text) {

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Optional<DocumentNode> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** Returns a child that the schema requires. */
    DocumentNode required(String childName) {
        return child(childName).orElseThrow();
    }

    /** Returns the children of a child, in order; empty when that child is absent. */
    List<DocumentNode> within(String childName) {
        return child(childName).map(DocumentNode::children).orElse(List.of());
    }

    String content() {
        return text.toString().strip();
    }
}
