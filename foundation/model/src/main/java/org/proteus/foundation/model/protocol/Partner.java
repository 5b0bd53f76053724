package org.proteus.foundation.model.protocol;

import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * An object that belongs to the object of a task.
 *
 * @param name its own name, for detection and messages; never used as a path
 * @param typeHint type that the source states; a hint, detection decides
 * @param content where it is: located or carried
 */
public record Partner(String name, Optional<ContentType> typeHint, Content content) {}
