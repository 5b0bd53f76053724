package org.proteus.foundation.model.program;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Names a transformation unit; the text form is {@code program/unit}.
 *
 * @param program id of the program, without a slash
 * @param unit id of the unit inside it
 */
public record UnitId(String program, String unit) implements Comparable<UnitId> {

    public UnitId {
        Objects.requireNonNull(program, "program is null");
        Objects.requireNonNull(unit, "unit is null");
    }

    /** Parses {@code program/unit}. */
    @JsonCreator
    public static UnitId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("expected program/unit, found '" + text + "'");
        }
        return new UnitId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    @JsonValue
    public String toString() {
        return program + "/" + unit;
    }

    @Override
    public int compareTo(UnitId other) {
        return toString().compareTo(other.toString());
    }
}
