package org.proteus.foundation.model.program;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.proteus.foundation.model.DataSize;
import org.proteus.foundation.model.TimeSpan;
import org.xml.sax.SAXParseException;

/** Limits as the attributes of an element, with their units. */
final class LimitsForm {

    private LimitsForm() {}

    static UnitLimits read(DocumentNode unit) throws SAXParseException {
        Optional<DocumentNode> limits = unit.child("Limits");
        if (limits.isEmpty()) {
            return UnitLimits.NONE;
        }
        DocumentNode node = limits.get();
        try {
            String expansion = node.attribute("maxExpansion");
            return new UnitLimits(
                    number(node, "maxInput", text -> DataSize.parse(text).bytes()),
                    number(node, "maxOutput", text -> DataSize.parse(text).bytes()),
                    expansion.isEmpty() ? 0 : Double.parseDouble(expansion),
                    number(node, "maxTime", text -> TimeSpan.parse(text).duration().toSeconds()),
                    number(node, "idleTime", text -> TimeSpan.parse(text).duration().toSeconds()),
                    number(node, "maxMemory", text -> DataSize.parse(text).bytes()));
        } catch (IllegalArgumentException e) {
            throw ProgramReader.error(node, e.getMessage());
        }
    }

    /** Returns the attributes by name, in their order; what has no limit is absent. */
    static Map<String, String> write(UnitLimits limits) {
        Map<String, String> attributes = new LinkedHashMap<>();
        size(attributes, "maxInput", limits.maxInputBytes());
        size(attributes, "maxOutput", limits.maxOutputBytes());
        if (limits.maxExpansion() > 0) {
            attributes.put("maxExpansion", Double.toString(limits.maxExpansion()));
        }
        time(attributes, "maxTime", limits.maxSeconds());
        time(attributes, "idleTime", limits.idleSeconds());
        size(attributes, "maxMemory", limits.maxMemoryBytes());
        return attributes;
    }

    private static long number(DocumentNode node, String name, ToLongFunction<String> reader) {
        String text = node.attribute(name);
        return text.isEmpty() ? 0 : reader.applyAsLong(text);
    }

    private static void size(Map<String, String> attributes, String name, long bytes) {
        if (bytes > 0) {
            attributes.put(name, new DataSize(bytes).toString());
        }
    }

    private static void time(Map<String, String> attributes, String name, long seconds) {
        if (seconds > 0) {
            attributes.put(name, new TimeSpan(Duration.ofSeconds(seconds)).toString());
        }
    }
}
