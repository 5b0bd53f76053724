package org.proteus.bench.chaos.check;

import java.nio.file.Path;
import java.util.Map;

/**
 * A job that was accepted.
 *
 * @param job its id
 * @param sink folder of its results
 * @param objects every object of its source by name
 */
public record Submitted(String job, Path sink, Map<String, Expected> objects) {

    public Submitted {
        objects = Map.copyOf(objects);
    }
}
