package org.proteus.foundation.model.job;

import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;

/**
 * An object whose content travels in the request.
 *
 * @param name its name
 * @param type its type, if the sender knows it
 * @param content its bytes
 */
public record InlineObject(String name, Optional<ContentType> type, Bytes content) {

    public InlineObject {
        type = type == null ? Optional.empty() : type;
    }
}
