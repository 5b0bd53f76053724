package org.proteus.programs.process;

import java.util.function.Consumer;

/** A process that was started, with its tree. Closing it leaves nothing of the tree alive. */
public final class RunningProcess implements AutoCloseable {

    private final Process process;
    private final ProcessTree tree;
    private final WorkClock clock;
    private final Consumer<RunningProcess> closed;

    /**
     * @param closed hears when nothing of it is left
     */
    RunningProcess(
            Process process, RunMarker marker, WorkClock clock, Consumer<RunningProcess> closed) {
        this.process = process;
        this.tree = new ProcessTree(process.pid(), marker);
        this.clock = clock;
        this.closed = closed;
    }

    /** Returns the root of the tree with its streams. */
    public Process process() {
        return process;
    }

    /**
     * Begins to watch limits from now on.
     *
     * @param places where it writes
     * @param tail what the process says
     */
    public LimitWatch watch(ProcessLimits limits, LimitWatch.Places places, Tail tail) {
        return new LimitWatch(limits, tree, places, tail, clock);
    }

    /** Returns the exit code; -1 while it has not ended. */
    public int exitCode() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** Kills the whole tree and waits for its end. An interrupt is kept for later. */
    @Override
    public void close() {
        // Not by the process itself: that would close the streams with what it said last.
        process.toHandle().destroyForcibly();
        if (tree.kill()) {
            process.onExit().join();
        }
        closed.accept(this);
    }

    /** Stops the whole tree where it is, until {@link #thaw}. */
    void freeze() {
        tree.signal("STOP");
    }

    /** Lets the whole tree go on. */
    void thaw() {
        tree.signal("CONT");
    }
}
