package org.proteus.bench.chaos.cluster;

import java.util.List;
import java.util.Map;

/**
 * How a member is started, and what belongs to it.
 *
 * @param command its command
 * @param environment added to this process's own
 * @param up what it says when it is up
 * @param whole whether what is done to it is done to all its processes, as when a machine fails; or
 *     else to the first alone, the others being expected to notice
 */
public record Launch(
        List<String> command, Map<String, String> environment, String up, boolean whole) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
