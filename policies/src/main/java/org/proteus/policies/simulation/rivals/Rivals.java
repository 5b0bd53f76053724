package org.proteus.policies.simulation.rivals;

import java.util.List;
import java.util.Optional;
import org.proteus.policies.scaling.ScalingPolicy;

/** The rivals at hand. They exist for the simulation alone; no job can name them. */
public final class Rivals {

    private static final List<ScalingPolicy> ALL =
            List.of(
                    new RuleAsWritten(),
                    new HillClimbing(),
                    new EffectivenessBlock(),
                    new QueueLength(),
                    new AdditiveIncrease());

    private Rivals() {}

    /** Returns the rival of that id. */
    public static Optional<ScalingPolicy> find(String id) {
        return ALL.stream().filter(rival -> rival.id().equals(id)).findFirst();
    }

    /** Returns every id. */
    public static List<String> ids() {
        return ALL.stream().map(ScalingPolicy::id).toList();
    }
}
