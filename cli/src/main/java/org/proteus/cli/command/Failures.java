package org.proteus.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;

/** The elements of a job that were not done, as many as are worth printing. */
final class Failures {

    private static final int MOST = 1000;

    private Failures() {}

    static List<ElementView> of(Jobs jobs, JobView job) {
        List<ElementView> failures = new ArrayList<>();
        for (ElementState state : List.of(ElementState.REFUSED, ElementState.QUARANTINED)) {
            if (job.count(state) > 0) {
                failures.addAll(
                        jobs.elements(job.id(), Optional.of(state), Optional.empty(), MOST)
                                .items());
            }
        }
        return failures;
    }
}
