package org.proteus.bench.chaos.celery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.proteus.bench.chaos.cluster.ClusterSettings;
import org.proteus.bench.chaos.cluster.Ground;
import org.proteus.bench.chaos.cluster.Host;
import org.proteus.bench.chaos.cluster.Launch;
import org.proteus.bench.chaos.cluster.Machines;
import org.proteus.bench.chaos.cluster.Member;
import org.proteus.bench.queues.CeleryPackages;
import org.proteus.bench.queues.RabbitMqNode;

/**
 * A RabbitMQ, which is what hands out work, Celery workers and a PostgreSQL for their results, each
 * a host of its own where this user may. A worker is its main process and those that it has forked:
 * a service manager kills the others when the first has died. Thread-safe once it is built.
 */
final class CeleryCluster implements Machines, AutoCloseable {

    private final ClusterSettings settings;
    private final Path scripts;
    private final Ground ground;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Member> workers = new ArrayList<>();
    private Member broker;
    private Journals journals;

    private CeleryCluster(ClusterSettings settings, Path scripts, Ground ground) {
        this.settings = settings;
        this.scripts = scripts;
        this.ground = ground;
    }

    /**
     * Starts a cluster and waits until all of it is up.
     *
     * @param scripts folder of the tasks
     * @param notes hears what is left out, and later what happened without having been ordered
     */
    static CeleryCluster start(ClusterSettings settings, Path scripts, Consumer<String> notes)
            throws IOException, InterruptedException {
        Ground ground = new Ground(settings.folder(), notes);
        CeleryCluster cluster = new CeleryCluster(settings, scripts, ground);
        try {
            cluster.build();
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private void build() throws IOException, InterruptedException {
        ground.lay();
        journals = new Journals(Files.createDirectories(ground.folder("journal")));
        addBroker();
        for (int i = 1; i <= settings.workers(); i++) {
            addWorker("worker-" + i);
        }
        ground.run(members());
        for (Member member : members()) {
            member.awaitUp();
        }
    }

    private void addBroker() throws IOException {
        Optional<Host> host = ground.host();
        String address = host.map(Host::address).orElse("127.0.0.1");
        RabbitMqNode node = RabbitMqNode.in(ground.folder("rabbitmq"), address);
        List<String> prefix = host.map(Host::prefix).orElse(List.of());
        ground.opened(() -> node.endNames(prefix));
        Launch launch = new Launch(node.command(), node.environment(), "completed with", true);
        broker = ground.member("broker", launch, host);
        environment.put("BROKER", node.address());
        environment.put("BACKEND", backend(ground.database().url()));
        environment.put("JOURNAL", journals.folder().toString());
        environment.put("PYTHONPATH", scripts.toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        // It warns of running as root, once a process.
        environment.put("C_FORCE_ROOT", "true");
    }

    private static String backend(String database) {
        URI place = URI.create(database.substring("jdbc:".length()));
        return "db+postgresql+psycopg2://postgres@%s:%d%s"
                .formatted(place.getHost(), place.getPort(), place.getPath());
    }

    private void addWorker(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(CeleryPackages.PYTHON, "-m", "celery"));
        command.addAll(List.of("-A", "chaos_tasks", "worker", "-n", name + "@%h"));
        command.addAll(List.of("--concurrency=" + settings.slots(), "--loglevel=INFO"));
        command.addAll(List.of("--without-gossip", "--without-mingle"));
        Map<String, String> own = new HashMap<>(environment);
        own.put("WORKER", name);
        own.put("TMPDIR", ground.workFolder(name).toString());
        workers.add(ground.member(name, new Launch(command, own, " ready.", true), ground.host()));
    }

    /** Returns what clients find in their environment. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Returns what the tasks wrote of themselves. */
    Journals journals() {
        return journals;
    }

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public List<Member> coordinators() {
        return List.of(broker);
    }

    @Override
    public List<Member> workers() {
        return List.copyOf(workers);
    }

    @Override
    public List<ProcessHandle> programs() {
        return workers.stream().flatMap(Member::children).toList();
    }

    /** The nearest thing: the object has its final name, the broker and the backend hear next. */
    @Override
    public Optional<Member> publisher() {
        Optional<String> name = journals.justStored();
        return workers.stream().filter(worker -> name.equals(Optional.of(worker.name()))).findAny();
    }

    @Override
    public void close() {
        ground.close();
    }
}
