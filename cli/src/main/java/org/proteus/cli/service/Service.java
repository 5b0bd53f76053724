package org.proteus.cli.service;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.coordinator.Coordinator;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.FileAccess;
import org.proteus.coordinator.InlineLimits;
import org.proteus.coordinator.jobs.PoolNotes;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.node.BootScripts;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.coordinator.pool.ConfiguredPool;
import org.proteus.coordinator.pool.PoolContext;
import org.proteus.coordinator.pool.PoolGroup;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.scaling.Scaler;
import org.proteus.coordinator.server.CoordinatorServer;
import org.proteus.coordinator.server.ServerSettings;
import org.proteus.coordinator.server.Services;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.foundation.server.access.AccessToken;
import org.proteus.foundation.server.access.AccessToken.Role;
import org.proteus.library.Knowledge;
import org.proteus.policies.retry.RetryBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A coordinator with its server and, unless others bring the workers, pools of them. Thread-safe.
 */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final OpenedParts opened;
    private final CoordinatorServer server;

    private Service(OpenedParts opened, CoordinatorServer server) {
        this.opened = opened;
        this.server = server;
    }

    /**
     * Starts a service.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code IN_USE} if the port or the
     *     data folder is taken, with {@code UNAVAILABLE} if the folder cannot be used
     */
    public static Service start(ServiceSettings settings) {
        OpenedParts opened = new OpenedParts();
        try {
            return new Service(opened, assemble(settings, opened));
        } catch (RuntimeException failure) {
            opened.undo(failure);
            throw failure;
        }
    }

    private static CoordinatorServer assemble(ServiceSettings settings, OpenedParts opened) {
        Knowledge knowledge = opened.add(Knowledge.load(settings.programs()));
        Coordinator coordinator =
                opened.add(
                        Coordinator.open(
                                coordinator(settings),
                                knowledge.registry(),
                                knowledge.planner(),
                                DataHandlers.find(),
                                Learning.inDatabase(knowledge.statistics())));
        Optional<WorkerArchive> archive =
                settings.nodes().map(NodeSettings::archive).map(WorkerArchive::of);
        AccessToken workers =
                AccessToken.inFile(Role.WORKER, settings.data().resolve(Role.WORKER.file()));
        AccessToken operators = AccessToken.inFile(Role.OPERATOR, settings.operatorTokenFile());
        Services services =
                new Services(
                        coordinator.jobs(),
                        coordinator.catalogue(),
                        coordinator.publishing(),
                        coordinator.workers(),
                        coordinator.measured(),
                        coordinator.instant(),
                        coordinator.queue(),
                        coordinator.exchange(),
                        coordinator.nodes(),
                        archive);
        CoordinatorServer server =
                opened.add(
                        CoordinatorServer.start(
                                ServerSettings.on(settings.host(), settings.port()),
                                services,
                                workers,
                                operators));
        if (!settings.pools().isEmpty()) {
            openPools(settings, coordinator, server, scripts(settings, archive), opened);
        }
        return server;
    }

    private static void openPools(
            ServiceSettings settings,
            Coordinator coordinator,
            CoordinatorServer server,
            Optional<BootScripts> scripts,
            OpenedParts opened) {
        PoolContext context =
                new PoolContext(
                        WorkerCommandLine.of(server.uri(), settings),
                        coordinator.jobs()::workers,
                        coordinator.workers(),
                        coordinator.nodes(),
                        coordinator::mindsPools,
                        scripts);
        List<WorkerPool> pools = new ArrayList<>();
        for (ConfiguredPool pool : settings.pools()) {
            pools.add(opened.add(pool.open(context)));
            LOG.info("pool {}: at most {} workers", pool.name(), pool.max());
        }
        WorkerPool all = new PoolGroup(pools);
        opened.add(new PoolNotes(coordinator.scaling(), all, InstantSource.system())).start();
        Scaler scaler =
                opened.add(
                        new Scaler(
                                coordinator.scaling(),
                                all,
                                settings.scaling(),
                                settings.idleWorkers(),
                                InstantSource.system()));
        scaler.start();
    }

    private static Optional<BootScripts> scripts(
            ServiceSettings settings, Optional<WorkerArchive> archive) {
        return archive.flatMap(
                file -> settings.nodes().map(nodes -> new BootScripts(nodes.boot(), file)));
    }

    private static CoordinatorSettings coordinator(ServiceSettings settings) {
        return new CoordinatorSettings(
                settings.data(),
                settings.database(),
                settings.keyFile(),
                settings.heartbeat(),
                settings.lookAhead(),
                false,
                RetryBudget.DEFAULT,
                settings.instant(),
                InlineLimits.DEFAULT,
                FileAccess.roots(settings.roots()),
                settings.scaling(),
                settings.jobs(),
                settings.webhooks(),
                settings.uses());
    }

    /** Returns the address by which this machine reaches it. */
    public URI uri() {
        return server.uri();
    }

    /** Lets what runs end within the drain time, then stops. */
    @Override
    public void close() {
        opened.close();
    }
}
