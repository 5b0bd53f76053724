package org.proteus.programs.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process and everything that came from it. */
final class ProcessTree {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTree.class);

    /** A process in an uninterruptible wait (a dead network disk) cannot be killed at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In a longer run the process ids may have gone round once. */
    private static final Duration NO_WRAP = Duration.ofSeconds(10);

    private static final String KILL =
            """
            signal=$1
            shift
            kill -"$signal" "$@"
            """;

    private final long root;
    private final RunMarker marker;
    private final long started = System.nanoTime();
    private final Set<Long> strays = new LinkedHashSet<>();

    ProcessTree(long root, RunMarker marker) {
        this.root = root;
        this.marker = marker;
    }

    /** Returns the root, its descendants, and the strays found so far with theirs. */
    Set<Long> members() {
        Set<Long> members = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(strays);
        open.add(root);
        while (!open.isEmpty()) {
            long process = open.remove();
            if (members.add(process)) {
                ProcFiles.children(process).forEach(open::add);
            }
        }
        return members;
    }

    /** Looks through all processes for those that left the family. */
    void findStrays() {
        strays.clear();
        living().filter(process -> process != root).forEach(strays::add);
    }

    /**
     * Kills every process of the tree and waits until none is left.
     *
     * @return whether all are gone; false only for processes that the kernel cannot end yet
     */
    boolean kill() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean killed = killFound();
        // A look that finds nobody may have missed one that was just being made: after a kill,
        // only the second such look in a row counts.
        int quiet = killed ? 0 : 1;
        while (quiet < 2) {
            if (System.nanoTime() > deadline) {
                LOG.warn("processes {} of a run do not die", living().boxed().toList());
                return false;
            }
            if (killFound()) {
                quiet = 0;
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            } else {
                quiet++;
            }
        }
        return true;
    }

    /**
     * Sends a signal to every process of the tree, those too that are being made meanwhile.
     *
     * @param name name of the signal, for example {@code STOP}
     */
    void signal(String name) {
        Set<Long> reached = new LinkedHashSet<>();
        List<Long> found = living().boxed().toList();
        while (reached.addAll(found)) {
            send(name, found);
            found = living().boxed().toList();
        }
    }

    private static void send(String name, List<Long> processes) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", KILL, "sh", name));
        processes.forEach(process -> command.add(process.toString()));
        try {
            // Of those that have just ended the shell complains; nobody needs to hear it.
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            LOG.warn("no signal {} could be sent to a run: {}", name, e.toString());
        }
    }

    private boolean killFound() {
        long[] found = living().toArray();
        for (long process : found) {
            ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
        }
        return found.length > 0;
    }

    /** Returns living processes of the session or with the marker. */
    private LongStream living() {
        LongStream candidates = LongStream.of(ProcFiles.processes());
        long last = ProcFiles.lastGiven();
        boolean young = System.nanoTime() - started < NO_WRAP.toNanos();
        if (young && last >= root) {
            candidates = candidates.filter(process -> process >= root && process <= last);
        }
        return candidates.filter(this::isMember);
    }

    private boolean isMember(long process) {
        return ProcFiles.session(process)
                .filter(session -> session == root || marker.isOn(process))
                .isPresent();
    }
}
