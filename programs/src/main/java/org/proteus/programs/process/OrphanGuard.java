package org.proteus.programs.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small process that outlives this JVM by a moment. The kernel ends only the direct children of a
 * JVM that was killed; when the guard's input ends, because the JVM is gone, it kills every process
 * that carries one of its markers. There is one guard for a JVM, from the first process on until
 * the last launcher is closed: a JVM that ends waits for threads in native code, a third of a
 * second at most, and as long as the guard lives one waits for its end.
 */
final class OrphanGuard {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanGuard.class);

    /**
     * Fixed text; the markers' beginning is its only argument. It tries for some seconds: whatever
     * is alive then waits in the kernel and cannot be killed.
     */
    private static final String SCRIPT =
            """
            cat > /dev/null
            tries=0
            while found=$(grep -lsz "^PROTEUS_RUN=$1" /proc/[0-9]*/environ)
                  [ -n "$found" ] && [ $tries -lt 50 ]; do
              for file in $found; do
                process=${file%/environ}
                kill -KILL "${process#/proc/}" 2> /dev/null
              done
              tries=$((tries + 1))
              sleep 0.1
            done
            """;

    private static int launchers;
    private static boolean posted;
    private static Optional<Process> guard = Optional.empty();

    private OrphanGuard() {}

    /** A launcher was opened. */
    static synchronized void opened() {
        launchers++;
    }

    /**
     * A launcher was closed. The last one lets the guard look for orphans now and waits for its
     * end; a new launcher waits as well, since what it starts would bear the same markers.
     */
    static synchronized void closed() {
        launchers--;
        if (launchers == 0) {
            guard.ifPresent(OrphanGuard::dismiss);
            guard = Optional.empty();
            posted = false;
        }
    }

    private static void dismiss(Process guard) {
        try {
            guard.getOutputStream().close();
        } catch (IOException gone) {
            LOG.debug("the guard has ended already", gone);
        }
        guard.onExit().join();
    }

    /** Posts the guard if it is needed and there is none yet. */
    static synchronized void post() {
        if (!posted && launchers > 0) {
            posted = true;
            guard = started();
        }
    }

    private static Optional<Process> started() {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "/usr/bin/setsid", "/bin/sh", "-c", SCRIPT, "sh", RunMarker.owner())
                        .directory(Path.of("/").toFile())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(List.of("PATH"));
        try {
            // Its input is the pipe that ends with this JVM; it must stay open.
            return Optional.of(builder.start());
        } catch (IOException e) {
            LOG.warn("grandchildren may outlive a worker that is killed: {}", e.toString());
            return Optional.empty();
        }
    }
}
