package org.proteus.programs.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.proteus.programs.process.LimitHit.Limit;
import org.proteus.programs.process.LimitWatch.Places;

/** Runs a process to its end within its limits. Thread-safe. */
public final class ProcessRunner {

    private static final long SHORTEST_LOOK_MILLIS = 50;
    private static final long LONGEST_LOOK_MILLIS = 1000;

    /** Looking may cost at most this part of the time. */
    private static final int LOOK_SHARE = 20;

    private static final Duration LAST_WORDS_WAIT = Duration.ofSeconds(2);
    private static final String FILE_TOO_LARGE = "SIGXFSZ";

    private final Launcher launcher;

    /** Creates a runner that starts its processes with this launcher. */
    public ProcessRunner(Launcher launcher) {
        this.launcher = launcher;
    }

    /**
     * Runs a process; blocks until it ended and nothing of its tree is alive.
     *
     * @param lines hears each line it says, on another thread; returns whether the line was nothing
     *     but progress
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread was interrupted; the tree was killed
     */
    public ProcessOutcome run(ProcessRequest request, Predicate<String> lines)
            throws IOException, InterruptedException {
        Tail tail = new Tail(lines);
        Places places = new Places(request.output(), List.of(request.scratch()));
        LimitWatch watch;
        Optional<LimitHit> hit;
        Thread reader;
        RunningProcess running = launcher.start(request);
        try (running) {
            watch = running.watch(request.limits(), places, tail);
            reader =
                    Thread.ofVirtual()
                            .name("process-output")
                            .start(() -> tail.drain(running.process().getInputStream()));
            hit = await(running.process(), watch);
        }
        Duration duration = watch.elapsed();
        reader.join(LAST_WORDS_WAIT);
        int exitCode = running.exitCode();
        return new ProcessOutcome(
                exitCode,
                tail.words(),
                hit.or(() -> tooMuchWritten(exitCode, watch, request.limits())),
                duration,
                watch.peakMemory());
    }

    private static Optional<LimitHit> await(Process process, LimitWatch watch)
            throws InterruptedException {
        long pause = SHORTEST_LOOK_MILLIS;
        while (!process.waitFor(pause, TimeUnit.MILLISECONDS)) {
            long begun = System.nanoTime();
            Optional<LimitHit> hit = watch.check();
            if (hit.isPresent()) {
                return hit;
            }
            long cost = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            pause = Math.clamp(cost * LOOK_SHARE, SHORTEST_LOOK_MILLIS, LONGEST_LOOK_MILLIS);
        }
        return Optional.empty();
    }

    /** A run may have reached the limit between two looks, or at the kernel's. */
    private static Optional<LimitHit> tooMuchWritten(
            int exitCode, LimitWatch watch, ProcessLimits limits) {
        boolean stopped =
                ProcessOutcome.signal(exitCode).filter(FILE_TOO_LARGE::equals).isPresent();
        return stopped
                ? Optional.of(LimitHit.bytes(Limit.OUTPUT, limits.fileBytes()))
                : watch.checkDisk();
    }
}
