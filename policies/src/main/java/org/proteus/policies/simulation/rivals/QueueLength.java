package org.proteus.policies.simulation.rivals;

import java.util.List;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * As Kubernetes' horizontal autoscaler with KEDA: one worker for so many waiting tasks, at once at
 * most doubled or four more.
 */
final class QueueLength implements ScalingPolicy {

    private static final int TASKS_PER_WORKER = 5;
    private static final int MORE = 4;
    private static final int FACTOR = 2;

    @Override
    public String id() {
        return "queue-length";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return new Verdict(Math.max(1, settings.min()), "starts");
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        int queued = now.around().queued().orElse(0);
        int desired = Math.ceilDiv(queued, TASKS_PER_WORKER);
        int most = Math.max(now.workers() + MORE, now.workers() * FACTOR);
        return new Verdict(settings.clamp(Math.max(1, Math.min(desired, most))), "by the queue");
    }
}
