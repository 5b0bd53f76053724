package org.proteus.cli.service;

import java.net.URI;
import java.util.List;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.programs.step.InstalledPrograms;
import org.proteus.programs.step.LocalStepRunner;
import org.proteus.worker.Worker;
import org.proteus.worker.WorkerParts;
import org.proteus.worker.WorkerSettings;
import org.proteus.worker.remote.BearerToken;
import org.proteus.worker.remote.CoordinatorAddress;
import org.proteus.worker.remote.CoordinatorConnection;
import org.proteus.worker.remote.NodeJoin;
import org.proteus.worker.remote.RemoteContentExchange;
import org.proteus.worker.remote.RemoteWorkQueue;

/** A worker of a coordinator elsewhere, with everything it needs. Thread-safe. */
public final class RunningWorker implements AutoCloseable {

    private final OpenedParts opened;
    private final WorkerProcessSettings settings;
    private final Worker worker;

    private RunningWorker(OpenedParts opened, WorkerProcessSettings settings, Worker worker) {
        this.opened = opened;
        this.settings = settings;
        this.worker = worker;
    }

    /**
     * Starts a worker.
     *
     * @throws org.proteus.foundation.model.ProteusException if its token or its folder cannot be
     *     used
     */
    public static RunningWorker start(WorkerProcessSettings settings) {
        OpenedParts opened = new OpenedParts();
        try {
            return new RunningWorker(opened, settings, assemble(settings, opened));
        } catch (RuntimeException failure) {
            opened.undo(failure);
            throw failure;
        }
    }

    private static Worker assemble(WorkerProcessSettings settings, OpenedParts opened) {
        WorkerSettings worker = settings.worker();
        CoordinatorConnection connection =
                opened.add(new CoordinatorConnection(settings.coordinators(), token(settings)));
        LocalStepRunner runner =
                opened.add(
                        new LocalStepRunner(
                                InstalledPrograms.find(settings.programs()),
                                LocalStepRunner.Settings.of(worker.workFolder(), worker.slots())
                                        .withUntrusted(settings.untrusted())));
        return opened.add(
                Worker.start(
                        worker,
                        new WorkerParts(
                                new RemoteWorkQueue(connection),
                                new RemoteContentExchange(connection),
                                DataHandlers.find(),
                                runner,
                                new TypeDetector())));
    }

    private static BearerToken token(WorkerProcessSettings settings) {
        return settings.joinFile()
                .map(join ->
                        NodeJoin.token(
                                settings.coordinators(),
                                settings.worker().id(),
                                join,
                                settings.tokenFile()))
                .orElseGet(() -> BearerToken.read(settings.tokenFile()));
    }

    /** Returns the worker's id. */
    public String id() {
        return settings.worker().id();
    }

    /** Returns whom it works for: the URLs of coordinators on the same database. */
    public List<URI> coordinators() {
        return settings.coordinators().stream().map(CoordinatorAddress::base).toList();
    }

    /** Lets it finish what it has and take no more; returns at once. */
    public void drain() {
        worker.drain();
    }

    /**
     * Waits until the worker has ended, whoever ordered it.
     *
     * @throws org.proteus.foundation.model.ProteusException if the coordinator does not want it
     */
    public void awaitEnd() throws InterruptedException {
        try {
            worker.awaitEnd();
        } finally {
            closeParts();
        }
    }

    private synchronized void closeParts() {
        opened.close();
    }

    /** Drains, and waits until everything of it has ended. */
    @Override
    public void close() {
        worker.close();
        closeParts();
    }
}
