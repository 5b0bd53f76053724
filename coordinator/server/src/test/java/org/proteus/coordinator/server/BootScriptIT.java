package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.coordinator.node.BootScripts;
import org.proteus.coordinator.node.BootSettings;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.node.NodeWishes;
import org.proteus.coordinator.node.Nodes;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.coordinator.store.Database;
import org.proteus.foundation.testkit.NeedsTool;

/** The user data of nodes runs, with no more programs than it says that it needs. */
@NeedsTool(command = "curl", apt = "curl")
@NeedsTool(command = "wget", apt = "wget")
class BootScriptIT {

    private static final List<String> NEEDED =
            List.of(
                    "sh",
                    "cat",
                    "gzip",
                    "id",
                    "mkdir",
                    "mv",
                    "rm",
                    "rmdir",
                    "sha256sum",
                    "sleep",
                    "tar");

    /** Fails at first, so that it has to be started again. */
    private static final String WORKER =
            """
            #!/bin/sh
            echo "$@" >said
            cat join.token >shown
            echo run >>runs
            [ "$(cat runs)" != run ]
            """;

    @TempDir private Path folder;

    private Database database;
    private Nodes nodes;
    private WorkerArchive archive;
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        database = Database.inFolder(Files.createDirectory(folder.resolve("data")));
        nodes = new Nodes(database, lease -> Optional.empty());
        archive = archive("worker", WORKER);
        server = server(archive);
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    private RunningServer server(WorkerArchive served) {
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

    private WorkerArchive archive(String name, String launcher) throws Exception {
        Path content = Files.createDirectories(folder.resolve(name));
        executable(content.resolve("proteus"), launcher);
        Path file = folder.resolve(name + ".tar.gz");
        run("tar", "-czf", file.toString(), "-C", folder.toString(), name);
        return WorkerArchive.of(file);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget"})
    void fetchesChecksAndStartsTheWorkerUntilItEndsWell(String fetcher) throws Exception {
        JoinToken token = nodes.order("cloud", Duration.ofHours(1));
        String said = boot(token, fetcher, List.of(server.uri()));

        Path home = folder.resolve("home");
        assertThat(said).contains("the worker ended with code 1; it is started again");
        assertThat(home.resolve("runs")).hasContent("run\nrun");
        assertThat(home.resolve("said"))
                .content()
                .contains("worker --id " + token.node() + " --pool cloud --slots 3")
                .contains("--coordinator " + server.uri() + " --insecure-http")
                .contains("--join-file join.token --token-file worker.token")
                .doesNotContain(token.value());
        assertThat(home.resolve("shown")).hasContent(token.value());
        assertThat(Files.getPosixFilePermissions(home.resolve("join.token")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(home.resolve("request")).doesNotExist();
        assertThat(folder.resolve("arguments"))
                .content()
                .contains("/work/v1/archive?node=" + token.node())
                .doesNotContain(token.value());
        assertThat(said).doesNotContain(token.value());
    }

    @Test
    void anArchiveWithAnotherChecksumIsNotRun() throws Exception {
        WorkerArchive other = archive("other", "#!/bin/sh\ntouch ../wrong\n");
        try (RunningServer liar = server(other)) {
            JoinToken token = nodes.order("cloud", Duration.ofHours(1));
            String said = boot(token, "curl", List.of(liar.uri(), server.uri()));
            assertThat(said).contains(liar.uri() + " has another checksum");
            assertThat(folder.resolve("wrong")).doesNotExist();
            assertThat(folder.resolve("home/runs")).exists();
        }
    }

    private String boot(JoinToken token, String fetcher, List<URI> coordinators) throws Exception {
        BootScripts scripts = new BootScripts(new BootSettings(coordinators, true), archive);
        NodeWishes wishes = new NodeWishes(3, List.of());
        Path script =
                Files.writeString(folder.resolve("user-data"), scripts.of(token, "cloud", wishes));
        return run(
                "env",
                "-i",
                "PATH=" + tools(fetcher),
                "PROTEUS_NODE_HOME=" + folder.resolve("home"),
                "/bin/sh",
                script.toString());
    }

    /** Returns a folder with the programs that are needed and no others. */
    private Path tools(String fetcher) throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : NEEDED) {
            Files.createSymbolicLink(tools.resolve(tool), where(tool));
        }
        executable(
                tools.resolve(fetcher),
                "#!/bin/sh\necho \"$@\" >>%s\nexec %s \"$@\"\n"
                        .formatted(folder.resolve("arguments"), where(fetcher)));
        return tools;
    }

    private static Path where(String tool) throws Exception {
        return Path.of(run("sh", "-c", "command -v " + tool).strip());
    }
}
