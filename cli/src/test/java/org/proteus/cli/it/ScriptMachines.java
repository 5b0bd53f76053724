package org.proteus.cli.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.proteus.coordinator.pool.machine.Machine;
import org.proteus.coordinator.pool.machine.MachineException;
import org.proteus.coordinator.pool.machine.Machines;

/** Machines that are folders, each with a process group that runs the folder's user data. */
final class ScriptMachines implements Machines {

    private static final String BOOT =
            """
            setsid env -i PATH="$PATH" PROTEUS_NODE_HOME="$1/home" \
                sh "$1/user-data" >"$1/console" 2>&1 </dev/null &
            echo $! >"$1/group"
            """;

    private static final String END =
            """
            kill -KILL -- "-$(cat "$1/group")" 2>/dev/null
            while pgrep -g "$(cat "$1/group")" -r D,R,S,T >/dev/null; do sleep 0.05; done
            """;

    private final Path folder;

    ScriptMachines(Path folder) {
        this.folder = folder;
    }

    @Override
    public Machine create(String node, String script) throws MachineException {
        String id = UUID.randomUUID().toString();
        try {
            Path machine = Files.createDirectories(folder.resolve(id));
            Files.writeString(machine.resolve("node"), node);
            Files.writeString(machine.resolve("user-data"), script);
            run(BOOT, machine);
            return new Machine(id, node, false);
        } catch (IOException e) {
            throw new MachineException(MachineException.Reason.FAILED, "no folder: " + e);
        }
    }

    private static void run(String script, Path machine) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script, "sh", machine.toString()).start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IOException("it does not end: " + script);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public List<Machine> list() {
        return in(folder);
    }

    /** Returns the machines in a folder, whoever has made them. */
    static List<Machine> in(Path folder) {
        List<Machine> machines = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Path node = entry.resolve("node");
                String name = Files.exists(node) ? Files.readString(node) : "";
                machines.add(new Machine(entry.getFileName().toString(), name, false));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return machines;
    }

    @Override
    public void end(String machine) throws MachineException {
        Path place = folder.resolve(machine);
        try {
            if (Files.exists(place.resolve("group"))) {
                run(END, place);
            }
            delete(place);
        } catch (IOException e) {
            throw new MachineException(MachineException.Reason.FAILED, "it stays: " + e);
        }
    }

    private static void delete(Path place) throws IOException {
        if (Files.exists(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() {
        // Machines go on.
    }
}
