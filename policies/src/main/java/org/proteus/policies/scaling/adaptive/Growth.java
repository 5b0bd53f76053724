package org.proteus.policies.scaling.adaptive;

import java.util.Locale;
import java.util.Optional;
import org.proteus.policies.scaling.Surroundings;
import org.proteus.policies.scaling.Window;

/** When further workers would come too late or have nothing to do, whatever the rates say. */
final class Growth {

    private static final double NANOS = 1e9;

    private Growth() {}

    /** Returns why there shall be no further workers now; empty when they may come. */
    static Optional<String> refused(Window now) {
        Surroundings around = now.around();
        if (around.queued().isPresent()) {
            int queued = around.queued().get();
            int free = free(around);
            if (queued < free) {
                return Optional.of(
                        queued + " tasks wait for " + free + " idle and booting workers");
            }
        }
        if (around.remaining().isPresent() && around.boot().isPresent()) {
            double left = around.remaining().get() / now.rate().perSecond();
            double boot = around.boot().get().toNanos() / NANOS;
            if (left < boot) {
                return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "the rest takes %.0f s, a new worker %.0f s to start",
                                left,
                                boot));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether workers have all that is left, begun or fetched ahead: workers without a task say
     * nothing of what they would do with one, and those that have one would end it in any case. A
     * source that is still being listed may bring more.
     */
    static boolean isLastWork(Window now) {
        Surroundings around = now.around();
        return around.remaining().isPresent() && around.queued().filter(n -> n == 0).isPresent();
    }

    /** Returns how many workers there may be so that each finds a task that waits. */
    static int most(Window now) {
        Surroundings around = now.around();
        return around.queued()
                .map(queued -> now.workers() + Math.max(0, queued - free(around)))
                .orElse(Integer.MAX_VALUE);
    }

    private static int free(Surroundings around) {
        return around.idle().orElse(0) + around.booting().orElse(0);
    }
}
