package org.proteus.programs.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small process that outlives this JVM by a moment. The kernel ends only the direct children of a
 * JVM that was killed; when the guard's input ends, because the JVM is gone, it kills every process
 * that carries one of its markers. There is one guard for a JVM.
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

    private static boolean posted;

    private OrphanGuard() {}

    /** Posts the guard if there is none yet. */
    static synchronized void post() {
        if (posted) {
            return;
        }
        posted = true;
        ProcessBuilder guard =
                new ProcessBuilder(
                                "/usr/bin/setsid", "/bin/sh", "-c", SCRIPT, "sh", RunMarker.owner())
                        .directory(Path.of("/").toFile())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD);
        guard.environment().keySet().retainAll(List.of("PATH"));
        try {
            // Its input is the pipe that ends with this JVM; it must stay open.
            guard.start();
        } catch (IOException e) {
            LOG.warn("grandchildren may outlive a worker that is killed: {}", e.toString());
        }
    }
}
