package org.proteus.coordinator;

import org.proteus.coordinator.dispatch.Dispatch;
import org.proteus.coordinator.dispatch.Duties;
import org.proteus.coordinator.dispatch.Duty;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.dispatch.JobControl;
import org.proteus.coordinator.dispatch.JobEnds;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.dispatch.Keeper;
import org.proteus.coordinator.dispatch.LeaseHolders;
import org.proteus.coordinator.dispatch.Planning;
import org.proteus.coordinator.dispatch.ProgressBoard;
import org.proteus.coordinator.dispatch.Pulse;
import org.proteus.coordinator.dispatch.TaskTally;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.instant.InstantBoard;
import org.proteus.coordinator.instant.MemoryTransforms;
import org.proteus.coordinator.jobs.JobDesk;
import org.proteus.coordinator.jobs.StoredScaling;
import org.proteus.coordinator.jobs.Totals;
import org.proteus.coordinator.jobs.WorkDone;
import org.proteus.coordinator.learning.DatabaseFigures;
import org.proteus.coordinator.learning.ExistingUnits;
import org.proteus.coordinator.learning.Experience;
import org.proteus.coordinator.learning.FiguresStore;
import org.proteus.coordinator.learning.FileFigures;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.leftover.Sweeper;
import org.proteus.coordinator.listing.Lister;
import org.proteus.coordinator.listing.SourceListing;
import org.proteus.coordinator.node.Nodes;
import org.proteus.coordinator.retention.Pruner;
import org.proteus.coordinator.retention.Removal;
import org.proteus.coordinator.scaling.ScalingView;
import org.proteus.coordinator.secret.KeyFile;
import org.proteus.coordinator.secret.SecretVault;
import org.proteus.coordinator.store.DataFolder;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DatabasePrograms;
import org.proteus.coordinator.webhook.Courier;
import org.proteus.coordinator.webhook.TargetCheck;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Planner;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.publish.Publishing;

/**
 * A coordinator, put together: jobs, catalogue, instant transformations, and the queue from which
 * workers get their work. Thread-safe.
 */
public final class Coordinator implements AutoCloseable {

    private final OpenedParts parts = new OpenedParts();
    private Jobs jobs;
    private Catalogue catalogue;
    private InstantTransforms instant;
    private WorkQueue queue;
    private ContentExchange exchange;
    private ScalingView scaling;
    private Workforce workforce;
    private Keeper keeper;
    private Pruner pruner;
    private Sweeper sweeper;
    private Publishing publishing;
    private MeasuredUnits measured;
    private Nodes nodes;
    private Duties duties;

    private Coordinator() {}

    /**
     * Opens a coordinator; what was under way in the database goes on.
     *
     * @param registry the programs to plan with; those published in the database are added
     * @param learning what learns from the reports of workers; the planner may look at it
     * @throws org.proteus.foundation.model.ProteusException with {@code IN_USE} when another
     *     process has the data folder, {@code UNAVAILABLE} when folder or database cannot be used
     */
    public static Coordinator open(
            CoordinatorSettings settings,
            ProgramRegistry registry,
            Planner planner,
            DataHandlers handlers,
            Learning learning) {
        Coordinator coordinator = new Coordinator();
        try {
            coordinator.build(settings, registry, planner, handlers, learning);
            return coordinator;
        } catch (RuntimeException failure) {
            coordinator.parts.undo(failure);
            throw failure;
        }
    }

    private void build(
            CoordinatorSettings settings,
            ProgramRegistry registry,
            Planner planner,
            DataHandlers handlers,
            Learning learning) {
        DataFolder folder = parts.add(DataFolder.open(settings.dataFolder()));
        Database database =
                parts.add(
                        settings.databaseUrl()
                                .map(Database::atUrl)
                                .orElseGet(() -> Database.inFolder(folder.path())));
        SecretVault vault =
                new SecretVault(
                        KeyFile.open(
                                settings.keyFile().orElse(folder.path().resolve("secrets.key"))));

        publishing = Publishing.open(new DatabasePrograms(database), registry);
        TargetNames types = new TargetNames(registry::programs);
        Totals totals = new Totals(database);
        Pulse work = new Pulse();
        Pulse taken = new Pulse();
        Pulse changes = new Pulse();
        JobBoard board = new JobBoard(database);
        JobSpecs specs = new JobSpecs(database, vault);
        JobEnds ends = new JobEnds(database, board, specs, changes);
        JobControl control = new JobControl(database, board, ends, changes);
        workforce = new Workforce(database, settings.lease());
        ProgressBoard progress = new ProgressBoard();
        TaskTally tally = new TaskTally();
        Planning planning = new Planning(planner, workforce);
        Experience experience = parts.add(experience(learning, database, registry));
        measured = experience;
        InstantBoard instants = new InstantBoard(settings, planning, experience, work);
        duties = parts.add(new Duties(database, settings.lease()));
        SourceListing listing =
                new SourceListing(settings, database, handlers, types, specs, ends, work, taken);
        Lister lister = new Lister(settings, database, board, listing);
        Dispatch dispatch =
                new Dispatch(
                        settings,
                        database,
                        duties,
                        specs,
                        board,
                        workforce,
                        progress,
                        planning,
                        publishing,
                        instants,
                        ends,
                        control,
                        experience,
                        tally,
                        work,
                        taken,
                        () -> {
                            publishing.refresh();
                            lister.look();
                        });

        catalogue = new LiveCatalogue(planner, registry, types, workforce, learning.statistics());
        Removal removal = new Removal(database, specs);
        pruner = parts.add(new Pruner(database, duties, removal, settings.jobs()));
        sweeper = parts.add(new Sweeper(database, duties, specs, handlers, settings.lease()));
        TargetCheck webhooks = new TargetCheck(settings.webhooks());
        jobs =
                JobDesk.open(
                        settings,
                        database,
                        vault,
                        webhooks,
                        handlers,
                        types,
                        registry::programs,
                        board,
                        specs,
                        ends,
                        control,
                        removal,
                        workforce,
                        totals,
                        work,
                        changes,
                        lister::look);
        Courier courier = parts.add(new Courier(database, vault, webhooks, jobs));
        instant = new MemoryTransforms(settings, types, instants);
        queue = dispatch.dispatcher();
        exchange = dispatch.dispatcher();
        nodes = new Nodes(database, new LeaseHolders(database, instants));
        WorkDone workDone = new WorkDone(database, progress, tally);
        scaling = new StoredScaling(database, duties, board, workforce, progress, totals, workDone);

        parts.add(lister);
        keeper = parts.add(dispatch.keeper());
        keeper.start(settings.heartbeat().dividedBy(2));
        pruner.start(settings.heartbeat());
        sweeper.start();
        courier.start();
        lister.look();
    }

    private static Experience experience(
            Learning learning, Database database, ProgramRegistry registry) {
        Experience experience =
                new Experience(
                        learning.statistics(),
                        learning.file()
                                .<FiguresStore>map(FileFigures::new)
                                .orElseGet(() -> new DatabaseFigures(database)),
                        new ExistingUnits(registry::programs));
        experience.tidy();
        return experience;
    }

    /** Returns what users do with jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /** Returns what can be transformed into what. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the transformations whose caller waits. */
    public InstantTransforms instant() {
        return instant;
    }

    /** Returns where workers get their work. */
    public WorkQueue queue() {
        return queue;
    }

    /** Returns the content that the coordinator itself holds for leased tasks. */
    public ContentExchange exchange() {
        return exchange;
    }

    /** Returns what the choice of the number of workers is made of. */
    public ScalingView scaling() {
        return scaling;
    }

    /** Returns what publishes programs while the coordinator runs. */
    public Publishing publishing() {
        return publishing;
    }

    /** Returns what takes up how much units were measured to keep. */
    public MeasuredUnits measured() {
        return measured;
    }

    /** Returns what orders workers about. */
    public WorkerOrders workers() {
        return workforce;
    }

    /** Returns the machines that pools make for workers. */
    public Nodes nodes() {
        return nodes;
    }

    /** Whether this coordinator is the one of its database that makes and ends machines now. */
    public boolean mindsPools() {
        return duties.mine(Duty.POOLS);
    }

    /** Looks now at what time alone changes, not only at the next turn. */
    void look() {
        keeper.look();
        pruner.turn();
        sweeper.turn();
    }

    /** Ends everything, last opened first; jobs go on when a coordinator opens the folder again. */
    @Override
    public void close() {
        parts.close();
    }
}
