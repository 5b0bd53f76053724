package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.node.NodeWishes;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.foundation.testkit.NeedsTool;

/** The user data of nodes runs, with no more programs than it says that it needs. */
@NeedsTool(command = "curl", apt = "curl")
@NeedsTool(command = "wget", apt = "wget")
class BootScriptIT extends BootSuite {

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

    @Override
    String worker() {
        return WORKER;
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
        Path script = script(token, new NodeWishes(3, List.of()), coordinators);
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
