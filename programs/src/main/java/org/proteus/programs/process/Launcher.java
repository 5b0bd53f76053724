package org.proteus.programs.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes. All of them are started by one thread that lives as long as this object: the
 * kernel ends a child with the thread (not the process) that started it. That thread may be
 * confined, and with it all that it starts. Thread-safe.
 */
public final class Launcher implements AutoCloseable {

    private static final String SEARCH_PATH = "/usr/local/bin:/usr/bin:/bin";

    private final LaunchPrefix prefix = new LaunchPrefix();
    private final Optional<Confinement> confinement;
    private final WorkClock clock = new WorkClock();
    private final Set<RunningProcess> alive = new HashSet<>();
    private boolean frozen;
    private boolean begun;
    private final ExecutorService starter =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> Thread.ofPlatform().daemon().name("process-starter").unstarted(task));

    /** Creates a launcher whose children may do what this process may. */
    public Launcher() {
        this(Optional.empty());
    }

    private Launcher(Optional<Confinement> confinement) {
        this.confinement = confinement;
        OrphanGuard.opened();
    }

    /**
     * Creates a launcher whose children, where the kernel can enforce it, reach no network and of
     * the files only the installed software and what lies below this folder.
     *
     * @param folder exists when the first child is started
     */
    public static Launcher confinedTo(Path folder) {
        return new Launcher(Optional.of(new Confinement(List.of(folder))));
    }

    /**
     * Starts a process whose two outputs come as one stream and that has nothing to read.
     *
     * @throws NoSuchFileException if there is no such executable
     */
    public RunningProcess start(ProcessRequest request) throws IOException {
        return start(request, Redirect.from(new File("/dev/null")), /* separateErrors= */ false);
    }

    /** Starts a process that is spoken to through pipes, with its errors apart. */
    public RunningProcess startWithPipes(ProcessRequest request) throws IOException {
        return start(request, Redirect.PIPE, /* separateErrors= */ true);
    }

    /** Ends the starting thread; children still alive are killed with it. */
    @Override
    public void close() {
        if (!starter.isShutdown()) {
            starter.shutdownNow();
            OrphanGuard.closed();
        }
    }

    private RunningProcess start(ProcessRequest request, Redirect input, boolean separateErrors)
            throws IOException {
        Path executable = Path.of(request.arguments().getFirst());
        if (!Files.isExecutable(executable)) {
            throw new NoSuchFileException(executable.toString(), null, "not an executable file");
        }
        RunMarker marker = RunMarker.create();
        List<String> arguments = new ArrayList<>(prefix.before(request.limits()));
        arguments.addAll(request.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(arguments)
                        .directory(request.scratch().toFile())
                        .redirectInput(input)
                        .redirectErrorStream(!separateErrors);
        setEnvironment(builder.environment(), request, marker);
        Process process = await(starter.submit(() -> begin(builder)));
        starter.execute(OrphanGuard::post);
        return running(process, marker);
    }

    private synchronized RunningProcess running(Process process, RunMarker marker) {
        RunningProcess running = new RunningProcess(process, marker, clock, this::ended);
        alive.add(running);
        if (frozen) {
            running.freeze();
        }
        return running;
    }

    private synchronized void ended(RunningProcess running) {
        alive.remove(running);
    }

    /** Stops every process where it is, and the clock with it, until {@link #thaw}. */
    public synchronized void freeze() {
        if (!frozen) {
            frozen = true;
            clock.stop();
            alive.forEach(RunningProcess::freeze);
        }
    }

    /** Lets every process go on. */
    public synchronized void thaw() {
        if (frozen) {
            frozen = false;
            alive.forEach(RunningProcess::thaw);
            clock.goOn();
        }
    }

    /** Returns the clock that stands still while processes are frozen. */
    public WorkClock clock() {
        return clock;
    }

    /** Runs on the one thread that is confined. */
    private Process begin(ProcessBuilder builder) throws IOException {
        if (!begun) {
            begun = true;
            confinement.ifPresent(Confinement::enforce);
        }
        return builder.start();
    }

    private static void setEnvironment(
            Map<String, String> environment, ProcessRequest request, RunMarker marker) {
        environment.clear();
        environment.put("PATH", SEARCH_PATH);
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", request.scratch().toString());
        environment.put("TMPDIR", request.scratch().toString());
        environment.putAll(request.environment());
        environment.put(RunMarker.VARIABLE, marker.value());
    }

    /** Waits for the start whatever happens: a child of which nobody knows could not be killed. */
    private static Process await(Future<Process> start) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return start.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
