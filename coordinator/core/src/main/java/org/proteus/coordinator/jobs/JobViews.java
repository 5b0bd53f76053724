package org.proteus.coordinator.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.dispatch.Planning;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.PointRows;
import org.proteus.coordinator.store.WebhookRows;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.WebhookState;
import org.proteus.foundation.model.job.WebhookView;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;

/** Shows jobs to their owners. Thread-safe. */
final class JobViews {

    private final Database database;
    private final JobBoard board;
    private final Workforce workforce;
    private final Supplier<List<TransformationProgram>> programs;
    private final Totals totals;

    JobViews(
            Database database,
            JobBoard board,
            Workforce workforce,
            Supplier<List<TransformationProgram>> programs,
            Totals totals) {
        this.database = database;
        this.board = board;
        this.workforce = workforce;
        this.programs = programs;
        this.totals = totals;
    }

    JobView view(JobRow job) {
        Totals.Sum sum = totals.of(job);
        boolean works = !job.state().isFinal() && job.state() != JobState.PAUSED;
        return new JobView(
                job.id(),
                job.state(),
                job.request().from().uri(),
                job.target(),
                job.request().into().uri(),
                job.request().options(),
                job.request().scaling(),
                job.request().priority(),
                job.request().deadline(),
                Instant.ofEpochMilli(job.created()),
                job.ended().map(Instant::ofEpochMilli),
                job.listed(),
                sum.counts(),
                sum.bytesIn(),
                sum.bytesOut(),
                workforce.live().size(),
                database.read(handle -> PointRows.cost(handle, job.id())),
                works ? waitingFor(job) : "",
                webhook(job),
                problem(job, sum.counts()));
    }

    private Optional<WebhookView> webhook(JobRow job) {
        return job.request()
                .webhook()
                .flatMap(_ -> database.read(handle -> WebhookRows.find(handle, job.id())))
                .map(row ->
                        new WebhookView(
                                row.url(),
                                row.state(),
                                row.attempts(),
                                row.state() == WebhookState.DUE
                                        ? Optional.of(Instant.ofEpochMilli(row.due()))
                                        : Optional.empty(),
                                row.problem()));
    }

    private static Optional<Problem> problem(JobRow job, Map<ElementState, Long> counts) {
        boolean empty =
                job.state() == JobState.ENDED
                        && counts.values().stream().allMatch(count -> count == 0);
        if (job.problem().isPresent() || !empty) {
            return job.problem();
        }
        return Optional.of(
                new Problem(
                        ErrorCode.NOT_FOUND,
                        "the source " + job.request().from().uri() + " holds no object",
                        "check the place, and whether folders below it are meant"));
    }

    /** Names what nobody offers of the programs that waiting elements need. */
    private String waitingFor(JobRow job) {
        Set<String> offered =
                workforce.live().stream()
                        .map(WorkerRow::registration)
                        .flatMap(worker -> worker.offers().stream())
                        .filter(offer -> offer.state() == ProgramOffer.State.RUNNABLE)
                        .map(ProgramOffer::program)
                        .collect(Collectors.toSet());
        Set<String> missing =
                board.lanes(job.id()).stream()
                        .flatMap(lane -> Lane.programs(lane).stream())
                        .filter(program -> !offered.contains(program))
                        .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return "";
        }
        List<TransformationProgram> wanted =
                programs.get().stream().filter(p -> missing.contains(p.id())).toList();
        Problem problem = Planning.noWorker(wanted);
        return problem.message() + " (" + problem.action() + ")";
    }
}
