package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.testkit.NeedsTool;

/** Runs the commands of docs/soap.md as they stand there. */
@NeedsTool(command = "curl", apt = "curl")
class SoapGuideTest {

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void guideDoesWhatItSays() throws Exception {
        Path project = project();
        String guide = Files.readString(project.resolve("docs/soap.md"));
        List<String> commands =
                COMMANDS.matcher(guide)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();
        assertThat(commands).hasSize(4);
        try (RunningServer server = new RunningServer()) {
            String here = server.uri().toString();
            assertThat(run(project, commands.get(0), here))
                    .contains("ENDED", "words.txt", "SUCCESSFUL");
            assertThat(run(project, commands.get(1), here))
                    .contains("getStatusResponse", "RUNNING", "cancelResponse", "ENDED")
                    .doesNotContain("Fault");
            assertThat(run(project, commands.get(2), here)).contains("application/pdf");
            assertThat(run(project, commands.get(3), here)).contains("the only way", "<time>");
        }
    }

    private static Path project() throws IOException {
        Path folder = Path.of("").toRealPath();
        while (!Files.exists(folder.resolve("docs/soap.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String run(Path project, String commands, String server) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", commands.replace("http://localhost:8080", server))
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .start();
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}
