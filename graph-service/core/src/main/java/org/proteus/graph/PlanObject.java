package org.proteus.graph;

import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;

/**
 * What is known of an object that is to be transformed.
 *
 * @param type its type
 * @param partners types of the objects that belong to it and go into the same step, in order;
 *     mostly none
 * @param size its bytes; {@link #UNKNOWN_SIZE} when nobody knows
 * @param attributes what probing found; a hint
 */
public record PlanObject(
        ContentType type, List<ContentType> partners, long size, Map<String, String> attributes) {

    /** Stands for a size that nobody knows. */
    public static final long UNKNOWN_SIZE = -1;

    public PlanObject {
        partners = List.copyOf(partners);
        attributes = Map.copyOf(attributes);
    }

    /** Returns an object of which the type alone is known. */
    public static PlanObject of(ContentType type) {
        return new PlanObject(type, List.of(), UNKNOWN_SIZE, Map.of());
    }

    /** Returns the same of another size. */
    public PlanObject withSize(long bytes) {
        return new PlanObject(type, partners, bytes, attributes);
    }

    /** Returns the same of which probing found something else. */
    public PlanObject withAttributes(Map<String, String> found) {
        return new PlanObject(type, partners, size, found);
    }

    /** Returns the same with other objects that belong to it. */
    public PlanObject withPartners(List<ContentType> others) {
        return new PlanObject(type, others, size, attributes);
    }
}
