package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.graph.publish.contract.TestDocument;

/** Runs every command of the guide. */
class RestGuideTest {

    private static final Path GUIDE = Path.of("../../docs/rest.md");
    private static final String HOST = "http://localhost:8080";

    @TempDir private Path folder;

    @Test
    @NeedsTool(command = "curl", apt = "curl")
    void holdsCommandsThatWork() throws Exception {
        String guide = Files.readString(GUIDE);
        String job = block(guide, "json").getFirst();
        assertThat(WireJson.mapper().readValue(job, JobRequest.class).objects()).hasSize(1);
        Files.writeString(folder.resolve("job.json"), job);
        Files.writeString(folder.resolve("photo.tiff"), "not a picture, the fake does not mind");
        Files.write(
                folder.resolve("thumbs.xml"),
                TestDocument.of("thumbs", "1.0", "image/png", "image/gif").array());
        List<String> commands =
                block(guide, "sh").stream()
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .toList();
        assertThat(commands).hasSizeGreaterThan(15).allMatch(line -> line.startsWith("curl "));
        try (RunningServer server = new RunningServer()) {
            for (String command : commands) {
                run(command.replace(HOST, server.uri().toString()));
            }
        }
        assertThat(folder.resolve("hello.html")).hasContent("HELLO");
        assertThat(folder.resolve("photo.png")).content().startsWith("NOT A PICTURE");
        assertThat(Files.readAllLines(folder.resolve("report.jsonl"))).hasSize(2);
    }

    private static List<String> block(String guide, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private void run(String command) throws IOException, InterruptedException {
        String strict = command.replaceFirst("^curl ", "curl -sS --fail-with-body ");
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", strict)
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("JOB", "job1");
        builder.environment().put("OPERATOR", RunningServer.OPERATOR);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
    }
}
