package org.proteus.library;

import java.nio.file.Path;
import java.time.InstantSource;
import org.proteus.coordinator.Coordinator;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.scaling.Scaler;
import org.proteus.coordinator.scaling.ScalingDefaults;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.graph.Catalogue;
import org.proteus.graph.publish.Publishing;
import org.proteus.programs.step.LocalStepRunner;
import org.proteus.worker.WorkerParts;

/**
 * Proteus inside another program: coordinator and workers in this process, no server. Thread-safe.
 *
 * <pre>{@code
 * try (Proteus proteus = Proteus.open(ProteusSettings.in(folder))) {
 *     JobView job = proteus.jobs().submit(JobRequest.of("file:///in/", "png", "file:///out/"));
 *     proteus.jobs().await(job.id(), Duration.ofHours(1));
 * }
 * }</pre>
 */
public final class Proteus implements AutoCloseable {

    private final OpenedParts opened;
    private final Coordinator coordinator;

    private Proteus(OpenedParts opened, Coordinator coordinator) {
        this.opened = opened;
        this.coordinator = coordinator;
    }

    /**
     * Opens Proteus in a folder; what was under way there goes on.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code IN_USE} if another process
     *     has the folder open, with {@code UNAVAILABLE} if it cannot be used
     */
    public static Proteus open(ProteusSettings settings) {
        OpenedParts opened = new OpenedParts();
        try {
            return new Proteus(opened, assemble(settings, opened));
        } catch (RuntimeException failure) {
            opened.undo(failure);
            throw failure;
        }
    }

    private static Coordinator assemble(ProteusSettings settings, OpenedParts opened) {
        int workers = settings.workers();
        Path work = settings.folder().resolve("work");
        ScalingDefaults scaling = ScalingDefaults.fixed(workers, workers);
        Knowledge knowledge = opened.add(Knowledge.load(settings.programs()));
        DataHandlers handlers = DataHandlers.find();
        Coordinator coordinator =
                opened.add(
                        Coordinator.open(
                                coordinator(settings).withScaling(scaling),
                                knowledge.registry(),
                                knowledge.planner(),
                                handlers,
                                new Learning(knowledge.statistics(), settings.figures())));
        LocalStepRunner runner =
                opened.add(
                        new LocalStepRunner(
                                knowledge.installed(), LocalStepRunner.Settings.of(work, workers)));
        WorkerParts parts =
                new WorkerParts(
                        coordinator.queue(),
                        coordinator.exchange(),
                        handlers,
                        runner,
                        new TypeDetector());
        InProcessPool pool = opened.add(new InProcessPool(parts, work, workers));
        opened.add(new Scaler(coordinator.scaling(), pool, scaling, 1, InstantSource.system()))
                .start();
        return coordinator;
    }

    private static CoordinatorSettings coordinator(ProteusSettings settings) {
        CoordinatorSettings own = CoordinatorSettings.oneShot(settings.folder());
        return settings.database().map(own::withDatabase).orElse(own);
    }

    /** Returns the jobs. */
    public Jobs jobs() {
        return coordinator.jobs();
    }

    /** Returns what can be transformed into what. */
    public Catalogue catalogue() {
        return coordinator.catalogue();
    }

    /** Returns what publishes programs while it runs; they are kept in its folder. */
    public Publishing publishing() {
        return coordinator.publishing();
    }

    /** Returns transformations whose caller waits. */
    public InstantTransforms instant() {
        return coordinator.instant();
    }

    /** Lets running steps end for a few seconds, then stops; what is left goes on next time. */
    @Override
    public void close() {
        opened.close();
    }
}
