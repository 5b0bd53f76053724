package org.proteus.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.protocol.PartnerRecord;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkSize;

/** What is learnt of a task while it runs; used by one thread. */
final class Notes {

    private final long leasedAt;
    private final List<StepRecord> steps = new ArrayList<>();
    private Optional<ContentType> typeFound = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private long sourceSize = -1;
    private String sourceChecksum = "";
    private final List<PartnerRecord> partners = new ArrayList<>();
    private Optional<WorkSize> size = Optional.empty();

    Notes(long leasedAt) {
        this.leasedAt = leasedAt;
    }

    void fetched(long size, String checksum) {
        sourceSize = size;
        sourceChecksum = checksum;
    }

    void fetchedPartner(PartnerRecord partner) {
        partners.add(partner);
    }

    void found(ContentType type) {
        typeFound = Optional.of(type);
    }

    void planned(Plan chosen) {
        plan = Optional.of(chosen);
    }

    void ran(StepRecord step) {
        steps.add(step);
    }

    void sized(Optional<WorkSize> known) {
        size = known;
    }

    int stepCount() {
        return steps.size();
    }

    TaskRecord record() {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - leasedAt);
        return new TaskRecord(
                typeFound, sourceSize, sourceChecksum, partners, plan, steps, millis, size);
    }
}
