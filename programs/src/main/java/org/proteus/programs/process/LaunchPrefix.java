package org.proteus.programs.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in front of every command: the one place where a child is confined. Each part
 * replaces itself by the next (exec), so the child's process id is that of the first.
 *
 * <ul>
 *   <li>{@code setsid}: a session and process group of its own, without a terminal;
 *   <li>{@code setpriv --pdeathsig KILL}: the kernel kills the child when the thread that started
 *       it ends, so that it does not outlive a worker that was killed;
 *   <li>{@code prlimit}: no core files, and no file larger than allowed.
 * </ul>
 *
 * All three are part of util-linux; what is missing is said once and left out.
 */
final class LaunchPrefix {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchPrefix.class);

    private final Optional<Path> setsid = find("setsid");
    private final Optional<Path> setpriv = find("setpriv");
    private final Optional<Path> prlimit = find("prlimit");

    List<String> before(ProcessLimits limits) {
        List<String> prefix = new ArrayList<>();
        setsid.ifPresent(tool -> prefix.add(tool.toString()));
        setpriv.ifPresent(tool -> prefix.addAll(List.of(tool.toString(), "--pdeathsig", "KILL")));
        prlimit.ifPresent(tool -> {
            prefix.addAll(List.of(tool.toString(), "--core=0"));
            if (limits.fileBytes() > 0) {
                prefix.add("--fsize=" + limits.fileBytes());
            }
        });
        return prefix;
    }

    private static Optional<Path> find(String name) {
        Optional<Path> found =
                Stream.of("/usr/bin", "/bin")
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (found.isEmpty()) {
            LOG.warn("{} is missing (apt install util-linux): children are less confined", name);
        }
        return found;
    }
}
