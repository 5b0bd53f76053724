package org.proteus.coordinator.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.InlineLimits;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskState;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Partner;
import org.proteus.foundation.model.protocol.TaskKey;

/** Writes what a worker must know of the tasks it gets. Thread-safe. */
final class LeaseWriter {

    private final JobSpecs specs;
    private final InlineLimits limits;

    LeaseWriter(JobSpecs specs, InlineLimits limits) {
        this.specs = specs;
        this.limits = limits;
    }

    /** Returns the leases of tasks as they were before the token was raised. */
    List<Lease> leases(Handle handle, JobRow job, List<TaskRow> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        JobSpec spec = specs.get(job);
        List<Long> seqs = tasks.stream().map(task -> task.id().seq()).toList();
        Map<Long, ElementRow> elements = ElementRows.find(handle, job.id(), seqs);
        Map<String, byte[]> carried = carried(handle, spec, elements);
        return tasks.stream()
                .map(task -> lease(spec, task, elements.get(task.id().seq()), carried))
                .toList();
    }

    private Map<String, byte[]> carried(
            Handle handle, JobSpec spec, Map<Long, ElementRow> elements) {
        if (!spec.row().request().from().isInline()) {
            return Map.of();
        }
        List<String> small =
                elements.values().stream()
                        .filter(element -> element.size() <= limits.maxCarriedBytes())
                        .map(element -> ContentRows.source(element.job(), element.seq()))
                        .toList();
        return ContentRows.small(handle, small);
    }

    private Lease lease(
            JobSpec spec, TaskRow task, ElementRow element, Map<String, byte[]> carried) {
        long token = task.token() + 1;
        boolean publish = task.state() == TaskState.STORED;
        return new Lease(
                new TaskKey(task.id().toString(), token),
                publish ? Lease.Work.PUBLISH : Lease.Work.TRANSFORM,
                element.name(),
                task.typeKnown().or(element::typeHint),
                Optional.of(
                        publish
                                ? new Content.Prepared(task.resultSize())
                                : content(spec, element, carried)),
                publish ? List.of() : partners(spec, element),
                destination(spec, task, element, token),
                spec.row().target(),
                spec.row().request().options(),
                true,
                task.alone() && !publish);
    }

    private static Content content(JobSpec spec, ElementRow element, Map<String, byte[]> carried) {
        if (!spec.row().request().from().isInline()) {
            return located(spec, element.entry(), element.etag(), element.size());
        }
        byte[] bytes = carried.get(ContentRows.source(element.job(), element.seq()));
        return bytes == null
                ? new Content.Held(element.size())
                : new Content.Carried(Bytes.of(bytes));
    }

    private static List<Partner> partners(JobSpec spec, ElementRow element) {
        return element.partners().stream()
                .map(p ->
                        new Partner(
                                p.name(),
                                p.typeHint(),
                                located(spec, p.entry(), p.etag(), p.size())))
                .toList();
    }

    private static Content.Located located(JobSpec spec, String entry, String etag, long size) {
        return new Content.Located(
                spec.row().request().from().uri(), entry, etag, size, spec.source());
    }

    private Destination destination(JobSpec spec, TaskRow task, ElementRow element, long token) {
        if (spec.row().request().into().isInline()) {
            return new Destination.Returned(limits.maxCarriedBytes(), limits.maxBytes());
        }
        String temporary =
                task.state() == TaskState.STORED
                        ? task.temporaryName()
                        : task.id().temporaryName(token);
        return new Destination.Stored(
                spec.row().request().into().uri(), temporary, element.finalName(), spec.sink());
    }
}
