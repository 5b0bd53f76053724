package org.proteus.coordinator.listing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.TargetNames;
import org.proteus.coordinator.dispatch.JobEnds;
import org.proteus.coordinator.dispatch.JobSpec;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.dispatch.Pulse;
import org.proteus.coordinator.names.NameClaims;
import org.proteus.coordinator.names.ResultNames;
import org.proteus.coordinator.pairing.Finding;
import org.proteus.coordinator.pairing.Found;
import org.proteus.coordinator.pairing.Groups;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.GroupRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.ListingRows;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSource;
import org.proteus.data.Places;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the source of one job at a time per call. Thread-safe. */
public final class SourceListing {

    private static final Logger LOG = LoggerFactory.getLogger(SourceListing.class);

    /** Entries stored at once; the first batch is one entry, so that work begins at once. */
    private static final int LARGEST_BATCH = 200;

    /** A slow source's entries are not kept back for longer than this. */
    private static final Duration LONGEST_BATCH = Duration.ofMillis(200);

    private static final Duration RECHECK = Duration.ofSeconds(1);

    private final CoordinatorSettings settings;
    private final Database database;
    private final DataHandlers handlers;
    private final TargetNames types;
    private final JobSpecs specs;
    private final JobEnds ends;
    private final Pulse work;
    private final Pulse taken;

    /**
     * @param work beats when there is new work
     * @param taken beats when work was taken
     */
    public SourceListing(
            CoordinatorSettings settings,
            Database database,
            DataHandlers handlers,
            TargetNames types,
            JobSpecs specs,
            JobEnds ends,
            Pulse work,
            Pulse taken) {
        this.settings = settings;
        this.database = database;
        this.handlers = handlers;
        this.types = types;
        this.specs = specs;
        this.ends = ends;
        this.work = work;
        this.taken = taken;
    }

    /**
     * Lists a job from where its cursor stands to the end, as long as this lister holds it.
     *
     * @param closed whether the coordinator closes; an interrupt may get lost in the database
     * @throws InterruptedException if the coordinator closes; what was stored stays
     */
    void list(String job, String lister, BooleanSupplier closed) throws InterruptedException {
        JobRow row = database.read(handle -> JobRows.find(handle, job)).orElseThrow();
        JobSpec spec = specs.get(row);
        try (DataSource source =
                handlers.source(
                        row.request().from().uri(), spec.source(), row.request().recursive())) {
            if (!walk(row, lister, finding(row, source), closed)) {
                return;
            }
            database.change(handle -> ListingRows.finish(handle, job, lister));
        } catch (UncheckedIOException broken) {
            fail(row, lister, unreadable(row, broken.getCause()), broken);
        } catch (IOException broken) {
            fail(row, lister, unreadable(row, broken), broken);
        } catch (ProteusException refused) {
            fail(row, lister, refused.problem(), refused);
        }
        ends.check(Set.of(job));
    }

    private static Problem unreadable(JobRow row, IOException failure) {
        return new Problem(
                ErrorCode.SOURCE_UNREADABLE,
                "source " + row.request().from().uri() + ": " + failure.getMessage(),
                "check that it exists and can be read, then retry the job");
    }

    private void fail(JobRow row, String lister, Problem problem, Exception cause)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("listing interrupted");
        }
        if (problem.code() == ErrorCode.UNAVAILABLE) {
            // The database, not the source: the listing begins again from its cursor.
            throw new ProteusException(problem, cause);
        }
        LOG.warn("job {} cannot be listed further: {}", row.id(), problem.text());
        LOG.debug("the failure", cause);
        database.change(handle -> ListingRows.fail(handle, row.id(), lister, problem));
    }

    /** What belongs together may stand far apart, so groups are looked for from the beginning. */
    private Finding finding(JobRow row, DataSource source) throws IOException {
        if (row.request().pairing().isEmpty()) {
            return Finding.alone(withoutOwn(row, source.list(row.cursor())));
        }
        database.change(handle -> GroupRows.forgetIncomplete(handle, row.id()));
        return Groups.of(
                row.request().pairing().get(), source, entries -> withoutOwn(row, entries));
    }

    /** Returns whether it came to the end; otherwise another lister has or will have the job. */
    private boolean walk(JobRow row, String lister, Finding finding, BooleanSupplier closed)
            throws InterruptedException {
        NameClaims claims =
                new NameClaims(new ResultNames(row.rules(), types.extension(row.target())));
        Enrolment enrolment = new Enrolment(row, lister, claims);
        int size = 1;
        while (finding.hasNext()) {
            int room = room(row.id(), lister);
            if (room == 0 || closed.getAsBoolean()) {
                return false;
            }
            List<Found> batch = next(finding, Math.min(size, room));
            if (!database.write(handle -> enrolment.store(handle, batch))) {
                return false;
            }
            work.beat();
            size = Math.min(size * 4, LARGEST_BATCH);
        }
        return true;
    }

    /** Results that were stored below the source are not new objects. */
    private static Optional<String> ownResults(JobRow row) {
        return row.request().into().isInline()
                ? Optional.empty()
                : Places.sinkInside(row.request().from().uri(), row.request().into().uri());
    }

    private static Iterator<SourceEntry> withoutOwn(JobRow row, Iterator<SourceEntry> entries) {
        Optional<String> own = ownResults(row);
        return own.isEmpty() ? entries : new OtherEntries(entries, own.get() + "/");
    }

    private static List<Found> next(Finding finding, int most) {
        long deadline = Pulse.deadline(LONGEST_BATCH.toMillis());
        List<Found> batch = new ArrayList<>();
        do {
            finding.next().ifPresent(batch::add);
        } while (batch.size() < most && System.nanoTime() < deadline && finding.hasNext());
        return batch;
    }

    /** Waits until the workers are near; returns how many tasks may be added, 0 for none ever. */
    private int room(String job, String lister) throws InterruptedException {
        while (true) {
            long seen = taken.count();
            int most = settings.lookAhead();
            int open = database.read(handle -> TaskRows.open(handle, job, most));
            if (open < most) {
                return most - open;
            }
            taken.await(seen, RECHECK);
            long held = settings.lease().toMillis();
            if (!database.brieflyWrite(h -> ListingRows.hold(h, job, lister, held))) {
                return 0;
            }
        }
    }
}
