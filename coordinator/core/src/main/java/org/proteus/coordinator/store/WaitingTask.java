package org.proteus.coordinator.store;

import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * What is known of an object before it is fetched.
 *
 * @param seq number of its element
 * @param type its type, if a worker has seen it or its source states it
 * @param name its name
 */
public record WaitingTask(long seq, Optional<ContentType> type, String name) {}
