package org.proteus.foundation.model.program;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * A content type as a unit declares it: a media type, which may be {@code image/*} or {@code
 * *}{@code /*}, and parameters that may be open or optional.
 *
 * @param mediaType media type without parameters
 * @param parameters declared parameters in document order, names unique without regard to case
 */
public record TypePattern(ContentType mediaType, List<Parameter> parameters) {

    public TypePattern {
        mediaType = mediaType.withoutParameters();
        parameters = List.copyOf(parameters);
    }

    /** Returns the declared parameter of that name, case ignored. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }
}
