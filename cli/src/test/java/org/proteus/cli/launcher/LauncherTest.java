package org.proteus.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir private Path folder;
    private SourceTree tree;

    @BeforeEach
    void growATree() throws IOException {
        tree = new SourceTree(folder);
    }

    @Test
    void passesArgumentsAsTheyAre() throws Exception {
        assertThat(run(tree.launcher(), "two words", "two\nlines", "*", ""))
                .endsWith("[two words][two\nlines][*][]");
    }

    @Test
    void startsCommandsFastAndServicesForTheLongRun() throws Exception {
        String fast = "[-XX:Tier4InvocationThreshold=";
        assertThat(run(tree.launcher(), "transform")).contains(fast);
        assertThat(run(tree.launcher(), "serve")).doesNotContain(fast);
        assertThat(run(tree.launcher(), "worker")).doesNotContain(fast);
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), tree.launcher());

        assertThat(run(link, "--version")).endsWith("/lib/proteus-cli-1.jar][--version]");
    }

    @Test
    void buildsOnceAndKeepsItsWordsFromTheOutput() throws Exception {
        assertThat(run(tree.launcher())).startsWith("[").doesNotContain("building");
        assertThat(run(tree.launcher())).startsWith("[");
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run(tree.launcher());
        tree.dateASource(Duration.ofMinutes(1));
        run(tree.launcher());

        assertThat(tree.builds()).isEqualTo(2);
    }

    @Test
    void buildsOnceForTwoThatStartTogether() throws Exception {
        Process one = tree.start(tree.launcher(), "one");
        Process two = tree.start(tree.launcher(), "two");

        assertThat(output(one)).endsWith("[one]");
        assertThat(output(two)).endsWith("[two]");
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    void keepsABuildWhileItRuns() throws Exception {
        Process running = tree.start(tree.launcher(), "until input ends");
        await().until(() -> running.getInputStream().available() > 0);
        rebuild();
        assertThat(tree.keptBuilds()).isEqualTo(2);

        running.getOutputStream().close();
        output(running);
        rebuild();
        assertThat(tree.keptBuilds()).isEqualTo(1);
    }

    @Test
    void usesTheStartCacheOfItsBuild() throws Exception {
        assertThat(run(tree.launcher())).contains("[-XX:AOTCache=" + folder);
        assertThat(run(tree.launcher())).contains("[-XX:AOTCache=" + folder);
        assertThat(tree.startCaches()).isEqualTo(1);
    }

    @Test
    void makesAnotherStartCacheForAnotherJdk() throws Exception {
        run(tree.launcher());
        tree.updateTheJdk();

        assertThat(run(tree.launcher())).contains("[-XX:AOTCache=" + folder);
        assertThat(tree.startCaches()).isEqualTo(2);
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    void saysThatTheBuildFailed() throws Exception {
        tree.breakTheBuild();
        Process start = tree.start(tree.launcher());

        assertThat(errors(start)).contains("no such symbol", "the build failed");
        assertThat(start.waitFor()).isEqualTo(1);
    }

    @Test
    void runsAnArchiveWithoutJdkAndMaven() throws Exception {
        tree.makeAnArchive();
        tree.removeTheJdk();
        tree.breakTheBuild();

        assertThat(run(tree.launcher(), "--version")).endsWith("[--version]");
    }

    private void rebuild() throws Exception {
        tree.dateASource(Duration.ofMinutes(1));
        run(tree.launcher());
        tree.dateASource(Duration.ofMinutes(-1));
    }

    private String run(Path command, String... arguments) throws Exception {
        Process start = tree.start(command, arguments);
        String output = output(start);
        assertThat(start.waitFor()).as(() -> errors(start)).isZero();
        return output;
    }

    private static String output(Process start) throws IOException {
        return new String(start.getInputStream().readAllBytes(), UTF_8);
    }

    private static String errors(Process start) {
        return start.errorReader(UTF_8).lines().reduce("", (a, b) -> a + b + "\n");
    }
}
