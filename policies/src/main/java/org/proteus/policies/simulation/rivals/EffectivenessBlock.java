package org.proteus.policies.simulation.rivals;

import java.util.List;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * As Flink's autoscaler: as many workers as would clear the backlog in time if the rate were
 * proportional, at most doubled at once; after a step up that brought less than a tenth of what was
 * expected there is none any more.
 */
final class EffectivenessBlock implements ScalingPolicy {

    private static final double CATCH_UP_SECONDS = 600;
    private static final double EFFECTIVE = 0.1;
    private static final int FACTOR = 2;

    @Override
    public String id() {
        return "effectiveness-block";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return new Verdict(Math.max(1, settings.min()), "starts");
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        double rate = now.rate().perSecond();
        double required = now.around().remaining().orElse(0.0) / CATCH_UP_SECONDS;
        double wanted = rate > 0 ? Math.ceil(now.workers() * required / rate) : now.workers();
        int next = (int) Math.min(wanted, (double) FACTOR * now.workers());
        if (next > now.workers() && isBlocked(windows)) {
            next = now.workers();
        }
        return new Verdict(settings.clamp(Math.max(1, next)), "by the backlog");
    }

    private static boolean isBlocked(List<Window> windows) {
        for (int i = 1; i < windows.size(); i++) {
            Window before = windows.get(i - 1);
            Window after = windows.get(i);
            if (after.workers() > before.workers() && before.rate().perSecond() > 0) {
                double expected = (double) after.workers() / before.workers() - 1;
                double gained = after.rate().perSecond() / before.rate().perSecond() - 1;
                if (gained < EFFECTIVE * expected) {
                    return true;
                }
            }
        }
        return false;
    }
}
