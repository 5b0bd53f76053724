package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.node.NodeWishes;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.foundation.testkit.NeedsTool;

/** The user data of nodes installs packages by the real apt-get, or says why it cannot. */
@NeedsTool(command = "apt-get", apt = "apt")
@NeedsTool(command = "dpkg-deb", apt = "dpkg")
@NeedsTool(command = "curl", apt = "curl")
@NeedsTool(command = "wget", apt = "wget")
class BootPackagesIT extends BootSuite {

    private static final Duration LONG = Duration.ofMinutes(2);

    private AptSite site;
    private Process booting;

    /** Tells what it finds when it starts. */
    @Override
    String worker() {
        return "#!/bin/sh\ncat '%s' >found\n".formatted(folder.resolve(AptSite.TOOL));
    }

    @BeforeEach
    void prepare() throws Exception {
        site = new AptSite(folder);
        collectTools();
    }

    @AfterEach
    void close() throws IOException {
        if (booting != null) {
            booting.descendants().forEach(ProcessHandle::destroyForcibly);
            booting.destroyForcibly();
        }
        site.close();
        removeTools();
    }

    @Test
    void packagesAreThereWhenTheWorkerStarts() throws Exception {
        assertThat(boot(AptSite.PACKAGE + "=1.0")).isZero();
        assertThat(home("found")).hasContent("a tool");
        assertThat(node().bootFailure()).isEmpty();
    }

    @Test
    void whatIsThereAlreadyNeedsNoRepository() throws Exception {
        assertThat(boot(AptSite.PACKAGE)).isZero();
        site.close();
        Files.delete(home("found"));
        Files.delete(home("apt.log"));
        assertThat(boot(AptSite.PACKAGE)).isZero();
        assertThat(home("found")).exists();
        assertThat(home("apt.log")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "proteus-toll, Unable to locate package proteus-toll",
        "proteus.tool, Unable to locate package proteus.tool",
        "proteus-tool=2.0, Version '2.0' for 'proteus-tool' was not found"
    })
    void aNameThatNobodyKnowsIsToldAtOnce(String name, String why) throws Exception {
        assertThat(boot(name)).isOne();
        assertThat(home("request")).doesNotExist();
        assertThat(node().bootFailure())
                .startsWith(
                        "cannot install "
                                + name
                                + " (correct the pool's setting packages: names of the image's"
                                + " distribution):")
                .contains(why);
        assertThat(home("found")).doesNotExist();
        assertThat(home("join.token")).doesNotExist();
        assertThat(console()).doesNotContain("tries again");
    }

    @Test
    void aRepositoryThatFailsForAMomentIsAskedAgain() throws Exception {
        site.answersWhen(() -> console().contains("tries again"));
        assertThat(boot(AptSite.PACKAGE)).isZero();
        assertThat(console()).contains("503");
        assertThat(home("found")).hasContent("a tool");
    }

    @Test
    void anUpdateOfSomebodyElseIsWaitedFor() throws Exception {
        site.lock("var/lib/apt/lists/lock");
        start(nodes.order("cloud", Duration.ofHours(1)), AptSite.PACKAGE);
        await().atMost(LONG).until(() -> console().contains("tries again"));
        site.unlock();
        assertThat(end(booting)).isZero();
        assertThat(console()).contains("Could not get lock");
        assertThat(home("found")).hasContent("a tool");
    }

    @Test
    void anInstallationOfSomebodyElseIsWaitedFor() throws Exception {
        site.lock("var/lib/dpkg/lock-frontend");
        start(nodes.order("cloud", Duration.ofHours(1)), AptSite.PACKAGE);
        await().atMost(LONG).until(() -> text(home("apt.log")).contains("Waiting for"));
        site.unlock();
        assertThat(end(booting)).isZero();
        assertThat(console()).doesNotContain("tries again");
        assertThat(home("found")).hasContent("a tool");
    }

    @Test
    void whenPatienceIsOverTheReasonIsTold() throws Exception {
        site.close();
        start(nodes.order("cloud", Duration.ofSeconds(30)), AptSite.PACKAGE);
        assertThat(end(booting)).isOne();
        assertThat(node().bootFailure())
                .startsWith(
                        "could not install proteus-tool within 15 s (the machine needs a way to")
                .contains("Connection refused");
        assertThat(console() + node().bootFailure()).doesNotContain(AptSite.PASSWORD);
        assertThat(home("found")).doesNotExist();
    }

    @Test
    void wgetTellsItToo() throws Exception {
        Files.delete(folder.resolve("tools/curl"));
        assertThat(boot("proteus-toll")).isOne();
        assertThat(node().bootFailure()).contains("Unable to locate package proteus-toll");
    }

    private int boot(String packages) throws Exception {
        return end(start(nodes.order("cloud", Duration.ofHours(1)), packages));
    }

    private Process start(JoinToken token, String packages) throws Exception {
        Path script = script(token, new NodeWishes(1, List.of(packages)), List.of(server.uri()));
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", script.toString());
        shell.environment().clear();
        shell.environment().putAll(site.environment());
        shell.environment().put("PATH", folder.resolve("tools").toString());
        shell.environment().put("PROTEUS_NODE_HOME", folder.resolve("home").toString());
        booting =
                shell.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("console").toFile())
                        .start();
        return booting;
    }

    /** All programs of this machine; the folder that is taken for the system needs no root. */
    private void collectTools() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String place : List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")) {
            try (Stream<Path> programs = Files.list(Path.of(place))) {
                for (Path program : programs.toList()) {
                    Path link = tools.resolve(program.getFileName().toString());
                    if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(link, program);
                    }
                }
            }
        }
        Files.delete(tools.resolve("id"));
        executable(tools.resolve("id"), "#!/bin/sh\necho 0\n");
    }

    /** JUnit would warn of every link. */
    private void removeTools() throws IOException {
        try (Stream<Path> tools = Files.list(folder.resolve("tools"))) {
            for (Path tool : tools.toList()) {
                Files.delete(tool);
            }
        }
    }

    private int end(Process process) throws InterruptedException {
        boolean ended = process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(ended).as(console()).isTrue();
        return process.exitValue();
    }

    private NodeRow node() {
        return nodes.of("cloud").getLast();
    }

    private Path home(String file) {
        return folder.resolve("home").resolve(file);
    }

    private String console() {
        return text(folder.resolve("console"));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
