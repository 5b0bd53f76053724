package org.proteus.programs.process;

/** A process that was started, with its tree. Closing it leaves nothing of the tree alive. */
public final class RunningProcess implements AutoCloseable {

    private final Process process;
    private final ProcessTree tree;

    RunningProcess(Process process, RunMarker marker) {
        this.process = process;
        this.tree = new ProcessTree(process.pid(), marker);
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
        return new LimitWatch(limits, tree, places, tail);
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
    }
}
