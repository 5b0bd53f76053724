package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.node.BootScripts;
import org.proteus.coordinator.node.BootSettings;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.node.NodeWishes;
import org.proteus.coordinator.node.Nodes;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.coordinator.store.Database;

/** A coordinator from which user data fetches an archive; a subclass runs the user data. */
abstract class BootSuite {

    @TempDir Path folder;

    Nodes nodes;
    WorkerArchive archive;
    RunningServer server;
    private Database database;

    /** Returns what stands in for the worker. */
    abstract String worker();

    @BeforeEach
    void start() throws Exception {
        database = Database.inFolder(Files.createDirectory(folder.resolve("data")));
        nodes = new Nodes(database, lease -> Optional.empty());
        archive = archive("worker", worker());
        server = server(archive);
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    RunningServer server(WorkerArchive served) {
        Services usual = new FakeCoordinator().services();
        return new RunningServer(
                new Services(
                        usual.jobs(),
                        usual.catalogue(),
                        usual.publishing(),
                        usual.workers(),
                        usual.measured(),
                        usual.instant(),
                        usual.work(),
                        usual.content(),
                        nodes,
                        Optional.of(served)));
    }

    WorkerArchive archive(String name, String launcher) throws Exception {
        Path content = Files.createDirectories(folder.resolve(name));
        executable(content.resolve("proteus"), launcher);
        Path file = folder.resolve(name + ".tar.gz");
        run("tar", "-czf", file.toString(), "-C", folder.toString(), name);
        return WorkerArchive.of(file);
    }

    /** Returns the file with a node's user data. */
    Path script(JoinToken token, NodeWishes wishes, List<URI> coordinators) throws IOException {
        BootScripts scripts = new BootScripts(new BootSettings(coordinators, true), archive);
        return Files.writeString(folder.resolve("user-data"), scripts.of(token, "cloud", wishes));
    }

    static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
