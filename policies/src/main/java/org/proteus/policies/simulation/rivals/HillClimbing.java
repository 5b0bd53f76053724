package org.proteus.policies.simulation.rivals;

import java.util.List;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * Hill climbing as thread pools do it (.NET): every other window has a few workers more, and the
 * answer to this wave says where to move, the farther the clearer.
 */
final class HillClimbing implements ScalingPolicy {

    private static final double WAVE = 0.2;
    private static final double GAIN = 5;
    private static final int FARTHEST = 20;

    @Override
    public String id() {
        return "hill-climbing";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return new Verdict(Math.max(1, settings.min()), "starts");
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        if (windows.size() < 2 || windows.size() % 2 == 1) {
            int wave = Math.max(1, (int) (WAVE * now.workers()));
            int up = now.workers() + wave;
            int wanted = settings.clamp(up) == up ? up : now.workers() - wave;
            return new Verdict(settings.clamp(wanted), "a wave");
        }
        Window base = windows.get(windows.size() - 2);
        double wave = (double) now.workers() / base.workers() - 1;
        double answer = now.rate().perSecond() / base.rate().perSecond() - 1;
        double elasticity = answer / wave;
        double move = Double.isFinite(elasticity) ? GAIN * (elasticity - settings.ratio()) : 0;
        long steps = Math.round(Math.clamp(move, -FARTHEST, FARTHEST));
        return new Verdict(settings.clamp((int) (base.workers() + steps)), "by the wave's answer");
    }
}
