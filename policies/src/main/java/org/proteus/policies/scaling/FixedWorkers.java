package org.proteus.policies.scaling;

import java.util.List;

/** Keeps the number of workers that the client named, or else the configured one. */
public final class FixedWorkers implements ScalingPolicy {

    @Override
    public String id() {
        return "fixed";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return new Verdict(settings.workers(), "fixed at " + settings.workers());
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        return start(settings);
    }
}
