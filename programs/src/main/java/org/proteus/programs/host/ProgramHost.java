package org.proteus.programs.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.ScratchFolder;
import org.proteus.programs.process.Launcher;
import org.proteus.programs.process.LimitHit;
import org.proteus.programs.process.LimitWatch;
import org.proteus.programs.process.LimitWatch.Places;
import org.proteus.programs.process.ProcessLimits;
import org.proteus.programs.process.ProcessRequest;
import org.proteus.programs.process.RunningProcess;
import org.proteus.programs.process.Tail;

/** One host: a JVM that was started for a program. Serves one run at a time. */
final class ProgramHost implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;
    private static final Duration LAST_WORDS_WAIT = Duration.ofSeconds(2);

    private final HostKind kind;
    private final ScratchFolder folder;
    private final RunningProcess running;
    private final Semaphore ends = new Semaphore(0);
    private final Tail errors = new Tail(this::isEnd);
    private final Thread errorReader;
    private final BlockingQueue<HostReply> replies = new LinkedBlockingQueue<>();
    private int runs;
    private boolean usable = true;
    private long lastUsed = System.nanoTime();

    private ProgramHost(HostKind kind, ScratchFolder folder, RunningProcess running) {
        this.kind = kind;
        this.folder = folder;
        this.running = running;
        this.errorReader =
                Thread.ofVirtual().start(() -> errors.drain(running.process().getErrorStream()));
        Thread.ofVirtual().start(this::readReplies);
    }

    /** Starts a host with a folder of its own inside the parent. */
    static ProgramHost start(HostKind kind, Path parent, Launcher launcher) throws IOException {
        ScratchFolder folder = ScratchFolder.create(parent, "host-");
        try {
            List<String> command = HostCommand.of(kind, folder.path());
            ProcessRequest request =
                    new ProcessRequest(
                            command, Map.of(), folder.path(), List.of(), ProcessLimits.NONE);
            return new ProgramHost(kind, folder, launcher.startWithPipes(request));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    HostKind kind() {
        return kind;
    }

    int runs() {
        return runs;
    }

    /** Whether it may serve another run. */
    boolean isUsable() {
        return usable && running.process().isAlive();
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lastUsed);
    }

    /**
     * Runs an invocation; blocks until it ended.
     *
     * @throws InterruptedException if the thread was interrupted; the host is dead then
     */
    HostOutcome run(Invocation invocation, ProcessLimits limits, ProgressListener progress)
            throws InterruptedException {
        runs++;
        errors.clear();
        ends.drainPermits();
        usable = false;
        Places places =
                new Places(
                        List.of(invocation.output()), List.of(invocation.scratch(), folder.path()));
        LimitWatch watch = running.watch(limits, places, errors);
        try {
            HostFrames.write(
                    running.process().getOutputStream(),
                    out -> InvocationFrame.write(out, invocation));
            return await(watch, progress).withPeakMemory(watch.peakMemory());
        } catch (IOException e) {
            return gone(); // it ended before it could read
        } finally {
            if (!usable) {
                close();
            }
            lastUsed = System.nanoTime();
        }
    }

    private HostOutcome await(LimitWatch watch, ProgressListener progress)
            throws InterruptedException {
        while (true) {
            HostReply reply = replies.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            switch (reply) {
                case null -> {
                    Optional<LimitHit> hit = watch.check();
                    if (hit.isPresent()) {
                        return failed(ErrorCode.LIMIT_EXCEEDED, hit.get().text());
                    }
                }
                case HostReply.Progress(long done, long total, String measure) -> {
                    watch.sign();
                    progress.progress(done, total, measure);
                }
                case HostReply.Done() -> {
                    return succeeded();
                }
                case HostReply.Failed(Problem problem) -> {
                    awaitLastWords();
                    return new HostOutcome(Optional.of(problem), errors.words(), Optional.empty());
                }
                case HostReply.Gone() -> {
                    return gone();
                }
            }
        }
    }

    private boolean isEnd(String line) {
        boolean end = line.equals(HostMain.END_OF_WORDS);
        if (end) {
            ends.release();
        }
        return end;
    }

    /** They come another way than the reply. */
    private void awaitLastWords() throws InterruptedException {
        if (errorReader.isAlive()) {
            ends.tryAcquire(LAST_WORDS_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private HostOutcome succeeded() throws InterruptedException {
        awaitLastWords();
        folder.clear();
        usable = true;
        return new HostOutcome(Optional.empty(), errors.words(), Optional.empty());
    }

    private HostOutcome gone() throws InterruptedException {
        close();
        errorReader.join(LAST_WORDS_WAIT);
        if (errors.words().contains(OutOfMemoryError.class.getSimpleName())) {
            return failed(
                    ErrorCode.LIMIT_EXCEEDED,
                    "it used more memory than " + kind.heapBytes() + " bytes");
        }
        return failed(
                ErrorCode.PROGRAM_FAILED,
                "its host ended in the middle of the run, exit code " + running.exitCode());
    }

    private HostOutcome failed(ErrorCode code, String message) {
        close();
        return new HostOutcome(
                Optional.of(Problem.of(code, message)),
                errors.words(),
                Optional.of(running.exitCode()));
    }

    private void readReplies() {
        try {
            while (true) {
                replies.add(ReplyFrame.read(HostFrames.read(running.process().getInputStream())));
            }
        } catch (IOException e) {
            replies.add(new HostReply.Gone());
        }
    }

    /** Kills the host and everything it started, and deletes its folder. */
    @Override
    public void close() {
        usable = false;
        running.close();
        folder.close();
    }
}
