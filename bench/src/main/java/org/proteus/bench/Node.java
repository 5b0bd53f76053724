package org.proteus.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proteus.coordinator.Coordinator;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.learning.Learning;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.library.Knowledge;
import org.proteus.programs.step.LocalStepRunner;
import org.proteus.worker.Worker;
import org.proteus.worker.WorkerParts;
import org.proteus.worker.WorkerSettings;

/** A coordinator in this process whose workers are started when the measurement wants them. */
public final class Node implements AutoCloseable {

    private final OpenedParts opened = new OpenedParts();
    private final Path folder;
    private final Knowledge knowledge;
    private final DataHandlers handlers = DataHandlers.find();
    private final Coordinator coordinator;

    /**
     * Opens a coordinator.
     *
     * @param folder of its own
     * @param database JDBC URL of a PostgreSQL database; absent: H2 in the folder
     */
    public Node(Path folder, Optional<String> database) {
        this.folder = folder;
        CoordinatorSettings own = CoordinatorSettings.oneShot(folder);
        knowledge = opened.add(Knowledge.load(Optional.empty()));
        coordinator =
                opened.add(
                        Coordinator.open(
                                database.map(own::withDatabase).orElse(own),
                                knowledge.registry(),
                                knowledge.planner(),
                                handlers,
                                Learning.inDatabase(knowledge.statistics())));
    }

    /** Returns the coordinator. */
    public Coordinator coordinator() {
        return coordinator;
    }

    /** Starts a worker; the caller closes it. */
    public Worker work(int slots) {
        Path work = folder.resolve("work");
        LocalStepRunner runner =
                opened.add(
                        new LocalStepRunner(
                                knowledge.installed(), LocalStepRunner.Settings.of(work, slots)));
        return Worker.start(
                new WorkerSettings(
                        "bench",
                        "bench",
                        "localhost",
                        slots,
                        work.resolve("bench"),
                        Duration.ofSeconds(10),
                        List.of("*"),
                        ""),
                new WorkerParts(
                        coordinator.queue(),
                        coordinator.exchange(),
                        handlers,
                        runner,
                        new TypeDetector()));
    }

    @Override
    public void close() {
        opened.close();
    }
}
