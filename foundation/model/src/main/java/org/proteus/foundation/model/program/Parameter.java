package org.proteus.foundation.model.program;

import java.util.Objects;
import org.proteus.foundation.model.ContentType;

/**
 * A parameter as a program document declares it.
 *
 * @param name name as written; compared without regard to case
 * @param value a value, {@code *} for any value, or {@code -} for one that the caller must supply
 * @param optional whether it may be left out; a parameter is mandatory unless it says otherwise
 */
public record Parameter(String name, String value, boolean optional) {

    public Parameter {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(value, "value is null");
    }

    /** Whether the caller must supply the value. */
    public boolean isUnset() {
        return value.equals(ContentType.UNSET);
    }

    /** Whether every value will do. */
    public boolean isAny() {
        return value.equals(ContentType.ANY);
    }
}
