package org.proteus.coordinator.pool.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.coordinator.node.BootScripts;
import org.proteus.coordinator.node.BootSettings;
import org.proteus.coordinator.node.NodeWishes;
import org.proteus.coordinator.node.Nodes;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.coordinator.pool.PoolContext;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.pool.machine.Machine;
import org.proteus.coordinator.pool.machine.MachineException;
import org.proteus.coordinator.pool.machine.MachinePool;
import org.proteus.coordinator.pool.machine.MachinePoolSettings;
import org.proteus.coordinator.pool.machine.Machines;
import org.proteus.coordinator.store.Database;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.WorkerView;

/**
 * Machines of a provider, each with an imagined worker that joins when its machine boots, drains
 * when it is told to, and ends once it has no task. The nodes stand in a database of the site's
 * own.
 */
public final class MachineSite implements WorkerSite, WorkerOrders {

    /** The pool under test. */
    public static final String POOL = "cloud";

    private final Path folder;
    private final Database database;
    private final Nodes nodes;
    private final ProviderUnderTest provider;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> draining = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile boolean joining = true;
    private AtomicBoolean duty = new AtomicBoolean(true);

    /** Makes the machines of an installation and a pool; called for each opening of the pool. */
    @FunctionalInterface
    public interface Provider {
        /** Opens the provider. */
        Machines open(String installation, String pool);
    }

    /** Creates a site without machines. */
    public MachineSite(Provider provider) throws IOException {
        this.folder = Files.createTempDirectory("site");
        this.database = Database.inFolder(folder);
        this.nodes = new Nodes(database, lease -> Optional.empty());
        this.provider = new ProviderUnderTest(() -> provider.open(nodes.installation(), POOL));
    }

    /** Returns what the database knows of nodes. */
    public Nodes nodes() {
        return nodes;
    }

    /** Returns the provider, to put faults on. */
    public ProviderUnderTest provider() {
        return provider;
    }

    /** Lets no worker join from now on, or lets them join again. */
    public void join(boolean joins) {
        joining = joins;
    }

    @Override
    public WorkerPool open(int capacity) {
        return open(capacity, Duration.ofSeconds(60), Duration.ZERO);
    }

    /** Opens the pool with these settings. */
    public WorkerPool open(int capacity, Duration bootTime, Duration billing) {
        Path archive = folder.resolve("archive");
        try {
            Files.writeString(archive, "a worker");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        AtomicBoolean own = new AtomicBoolean(true);
        duty = own;
        MachinePoolSettings settings =
                new MachinePoolSettings(
                        POOL,
                        capacity,
                        new NodeWishes(1, List.of()),
                        bootTime,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        billing,
                        false);
        BootSettings boot = new BootSettings(List.of(URI.create("https://coordinator")), false);
        PoolContext context =
                new PoolContext(
                        pool -> {
                            throw new AssertionError("no process is started for " + pool);
                        },
                        this::workers,
                        this,
                        nodes,
                        own::get,
                        Optional.of(new BootScripts(boot, WorkerArchive.of(archive))));
        return MachinePool.open(settings, context, provider.opened());
    }

    private List<WorkerView> workers() {
        return alive().stream()
                .filter(node -> joining && !ended.contains(node))
                .map(node -> view(node, POOL))
                .toList();
    }

    private WorkerView view(String node, String pool) {
        List<String> tasks = busy.contains(node) ? List.of("job/1/1") : List.of();
        boolean drains = draining.contains(node);
        return new WorkerView(node, pool, "there", 1, drains, false, Instant.EPOCH, tasks);
    }

    /** A machine that the provider has not marked yet is nobody's. */
    @Override
    public Set<String> alive() {
        return provider.really().stream()
                .map(Machine::node)
                .filter(node -> !node.isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public void busy(String worker) {
        busy.add(worker);
    }

    @Override
    public void finish(String worker) {
        busy.remove(worker);
        if (draining.contains(worker)) {
            ended.add(worker);
        }
    }

    @Override
    public boolean toldToDrain(String worker) {
        return draining.contains(worker);
    }

    @Override
    public void drain(String worker) {
        if (workers().stream().noneMatch(view -> view.id().equals(worker))) {
            throw new ProteusException(ErrorCode.NOT_FOUND, "no worker " + worker, "");
        }
        draining.add(worker);
        if (!busy.contains(worker)) {
            ended.add(worker);
        }
    }

    @Override
    public void suspend(String worker) {
        throw new AssertionError("a pool suspends nobody");
    }

    @Override
    public void resume(String worker) {
        throw new AssertionError("a pool resumes nobody");
    }

    /** Ends its machine behind the pool's back. */
    @Override
    public void kill(String worker) {
        for (Machine machine : provider.really()) {
            if (machine.node().equals(worker)) {
                provider.endReally(machine.id());
            }
        }
    }

    @Override
    public void refuse(boolean becauseOfQuota) {
        provider.refuse(
                becauseOfQuota ? MachineException.Reason.QUOTA : MachineException.Reason.FAILED);
    }

    @Override
    public void accept() {
        provider.accept();
    }

    @Override
    public int refused() {
        return provider.refused();
    }

    @Override
    public boolean hasQuota() {
        return true;
    }

    @Override
    public boolean outlivesTheCoordinator() {
        return true;
    }

    @Override
    public WorkerPool reopen(WorkerPool killed, int capacity) {
        duty.set(false);
        killed.close();
        return open(capacity);
    }

    @Override
    public void close() throws IOException {
        for (Machine machine : provider.really()) {
            provider.endReally(machine.id());
        }
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
