package org.proteus.bench.live;

import java.util.List;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;
import org.proteus.policies.simulation.rivals.Rivals;

/** The rule of the original as it is written, for jobs of a running service. Thread-safe. */
public final class OriginalRule implements ScalingPolicy {

    private final ScalingPolicy rule = Rivals.find("rule-as-written").orElseThrow();

    @Override
    public String id() {
        return rule.id();
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return rule.start(settings);
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        return rule.decide(settings, windows);
    }
}
