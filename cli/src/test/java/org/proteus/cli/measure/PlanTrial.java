package org.proteus.cli.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.UnitId;

/** Runs every plan of a pair really, on every sample. Thread-safe. */
final class PlanTrial {

    private final Trials trials;

    PlanTrial(Trials trials) {
        this.trials = trials;
    }

    /** Returns what the plans keep; absent when none of them could be judged on any sample. */
    Optional<Outcome> run(Pair pair) throws IOException, InterruptedException {
        List<Share> shares = new ArrayList<>();
        pair.plans().forEach(_ -> shares.add(new Share()));
        boolean judged = false;
        for (Sample sample : pair.samples()) {
            List<Double> keeps = new ArrayList<>();
            boolean any = false;
            for (List<UnitId> units : pair.plans()) {
                Optional<Plan> plan = trials.plan(sample, pair.target(), 0, Trials.pin(units));
                Trials.Verdict verdict = plan.isEmpty() ? null : trials.run(plan.get(), sample);
                any |= verdict != null && verdict.keeps().isPresent();
                keeps.add(verdict == null ? 0 : verdict.keeps().orElse(0));
            }
            for (int i = 0; any && i < keeps.size(); i++) {
                shares.get(i).add(1, keeps.get(i));
            }
            judged |= any;
        }
        return judged
                ? Optional.of(new Outcome(pair, shares.stream().map(Share::mean).toList()))
                : Optional.empty();
    }
}
