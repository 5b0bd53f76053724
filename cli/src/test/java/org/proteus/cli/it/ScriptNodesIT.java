package org.proteus.cli.it;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.proteus.cli.Main;
import org.proteus.coordinator.pool.machine.Machine;
import org.proteus.foundation.testkit.NeedsTool;

/**
 * Nodes that boot by their user data, in an empty environment, and run what they have fetched. The
 * archive holds a launcher of this very build instead of a run-time image.
 */
@NeedsTool(command = "curl", apt = "curl")
final class ScriptNodesIT extends NodeSuite {

    @Override
    String address() {
        return "127.0.0.1";
    }

    @Override
    List<String> pool() throws IOException {
        return List.of("type: script", "folder: " + machineFolder());
    }

    private Path machineFolder() throws IOException {
        return Files.createDirectories(folder.resolve("machines"));
    }

    @Override
    Path archive() throws IOException {
        Path content = Files.createDirectories(folder.resolve("proteus-test"));
        String launcher =
                """
                #!/bin/sh
                exec '%s/bin/java' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
                    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
                    -cp '%s' %s "$@"
                """
                        .formatted(
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                Main.class.getName());
        Path script = Files.writeString(content.resolve("proteus"), launcher);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = folder.resolve("worker.tar.gz");
        try {
            new ProcessBuilder(
                            "tar",
                            "-czf",
                            archive.toString(),
                            "-C",
                            folder.toString(),
                            "proteus-test")
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return archive;
    }

    @Override
    Set<String> machines() throws IOException {
        return ScriptMachines.in(machineFolder()).stream().map(Machine::id).collect(toSet());
    }
}
