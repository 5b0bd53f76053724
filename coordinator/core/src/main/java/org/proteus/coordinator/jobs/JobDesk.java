package org.proteus.coordinator.jobs;

import java.util.List;
import java.util.function.Supplier;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.TargetNames;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.dispatch.JobControl;
import org.proteus.coordinator.dispatch.JobEnds;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.dispatch.Pulse;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.retention.Removal;
import org.proteus.coordinator.secret.SecretVault;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.webhook.TargetCheck;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.program.TransformationProgram;

/** Puts together what stands behind {@link DatabaseJobs}. */
public final class JobDesk {

    private JobDesk() {}

    /**
     * Builds the jobs.
     *
     * @param changes beats when a job ended or was cancelled
     * @param listings begins listings that nobody does
     */
    public static DatabaseJobs open(
            CoordinatorSettings settings,
            Database database,
            SecretVault vault,
            TargetCheck webhooks,
            DataHandlers handlers,
            TargetNames types,
            Supplier<List<TransformationProgram>> programs,
            JobBoard board,
            JobSpecs specs,
            JobEnds ends,
            JobControl control,
            Removal removal,
            Workforce workforce,
            Totals totals,
            Pulse work,
            Pulse changes,
            Runnable listings) {
        return new DatabaseJobs(
                database,
                new RequestCheck(settings, handlers, types, new OptionNames(programs), webhooks),
                new Submissions(database),
                new Intake(database, vault, types, new Room(settings.jobs())),
                new JobViews(database, board, workforce, programs, totals),
                board,
                specs,
                ends,
                control,
                removal,
                workforce,
                work,
                changes,
                listings);
    }
}
