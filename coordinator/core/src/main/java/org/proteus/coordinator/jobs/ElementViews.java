package org.proteus.coordinator.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.AttemptRows;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.TaskState;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.PartnerView;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.protocol.PartnerRecord;
import org.proteus.foundation.model.protocol.TaskRecord;

/** Shows elements to their owners. */
final class ElementViews {

    private ElementViews() {}

    static List<ElementView> of(Handle handle, JobRow job, List<ElementRow> elements) {
        if (elements.isEmpty()) {
            return List.of();
        }
        List<Long> seqs = elements.stream().map(ElementRow::seq).toList();
        Map<Long, List<AttemptView>> attempts = AttemptRows.of(handle, job.id(), seqs);
        Map<Long, TaskRow> tasks =
                TaskRows.ofElements(handle, job.id(), seqs).stream()
                        .collect(Collectors.toMap(t -> t.id().seq(), Function.identity()));
        return elements.stream()
                .map(element ->
                        view(
                                job,
                                element,
                                Optional.ofNullable(tasks.get(element.seq())),
                                attempts.getOrDefault(element.seq(), List.of())))
                .toList();
    }

    private static ElementView view(
            JobRow job, ElementRow element, Optional<TaskRow> task, List<AttemptView> ended) {
        List<AttemptView> attempts = attempts(task, ended);
        boolean running =
                !element.state().isFinal() && task.filter(ElementViews::isHeld).isPresent();
        return new ElementView(
                element.id(),
                element.name(),
                job.request().from().isInline()
                        ? "inline:" + element.entry()
                        : Sources.shown(job.request().from().uri(), element.name()),
                running ? ElementState.RUNNING : element.state(),
                element.typeFound()
                        .or(() -> task.flatMap(TaskRow::typeKnown))
                        .or(() -> typeFound(attempts)),
                element.size(),
                element.sourceChecksum(),
                partners(job, element, attempts),
                plan(attempts),
                element.sink(),
                element.sink().isEmpty() ? -1 : element.resultSize(),
                element.sink().isEmpty() ? "" : element.resultChecksum(),
                element.passedThrough(),
                element.problem(),
                attempts);
    }

    /** What a worker learnt of the objects as they were at its last attempt. */
    private static List<PartnerView> partners(
            JobRow job, ElementRow element, List<AttemptView> attempts) {
        List<PartnerRecord> fetched =
                attempts.reversed().stream()
                        .map(attempt -> attempt.record().partners())
                        .filter(records -> !records.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        return element.partners().stream()
                .map(partner -> {
                    Optional<PartnerRecord> known =
                            fetched.stream()
                                    .filter(record -> record.name().equals(partner.name()))
                                    .findFirst();
                    return new PartnerView(
                            partner.name(),
                            Sources.shown(job.request().from().uri(), partner.name()),
                            known.map(PartnerRecord::type),
                            known.map(PartnerRecord::size).orElse(partner.size()),
                            known.map(PartnerRecord::checksum).orElse(""));
                })
                .toList();
    }

    private static boolean isHeld(TaskRow task) {
        return task.state() == TaskState.LEASED
                || task.state() == TaskState.STORED
                || task.state() == TaskState.STOPPING;
    }

    private static Optional<ContentType> typeFound(List<AttemptView> attempts) {
        return attempts.reversed().stream()
                .flatMap(attempt -> attempt.record().typeFound().stream())
                .findFirst();
    }

    private static Optional<Plan> plan(List<AttemptView> attempts) {
        return attempts.reversed().stream()
                .flatMap(attempt -> attempt.record().plan().stream())
                .findFirst();
    }

    /** The lease that runs has no row yet; numbers count the attempts, not the tokens. */
    private static List<AttemptView> attempts(Optional<TaskRow> task, List<AttemptView> ended) {
        List<AttemptView> all = new ArrayList<>();
        for (AttemptView attempt : ended) {
            all.add(
                    new AttemptView(
                            all.size() + 1,
                            attempt.worker(),
                            attempt.outcome(),
                            attempt.started(),
                            attempt.ended(),
                            attempt.problem(),
                            attempt.record()));
        }
        task.filter(ElementViews::isHeld)
                .filter(held ->
                        held.state() != TaskState.STORED || held.token() > held.storedToken())
                .filter(held -> held.worker().isPresent())
                .ifPresent(held -> all.add(running(all.size() + 1, held)));
        return List.copyOf(all);
    }

    private static AttemptView running(int number, TaskRow task) {
        return new AttemptView(
                number,
                task.worker().orElseThrow(),
                "running",
                Instant.ofEpochMilli(task.leasedAt()),
                Optional.empty(),
                Optional.empty(),
                TaskRecord.EMPTY);
    }
}
