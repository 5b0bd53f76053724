package org.proteus.policies.simulation.rivals;

import java.util.List;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/** As TCP: one step more while a worker brings its share, else a quarter fewer (AIMD). */
final class AdditiveIncrease implements ScalingPolicy {

    private static final double DECREASE = 0.75;

    @Override
    public String id() {
        return "additive-increase";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return new Verdict(Math.max(1, settings.min()), "starts");
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        boolean pays = true;
        if (windows.size() > 1) {
            Window before = windows.get(windows.size() - 2);
            double growth = (double) now.workers() / Math.max(1, before.workers()) - 1;
            double enough = before.rate().perSecond() * (1 + settings.ratio() * growth);
            pays = growth <= 0 || now.rate().perSecond() >= enough;
        }
        int wanted = pays ? now.workers() + settings.step() : (int) (now.workers() * DECREASE);
        return new Verdict(settings.clamp(Math.max(1, wanted)), "additive increase");
    }
}
