package org.proteus.programs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.programs.process.Processes.LONG;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** A child reaches its worker's folder and the installed software, and nothing else. */
@Timeout(120)
@EnabledIf(
        value = "kernelConfines",
        disabledReason = "the kernel has no Landlock (CONFIG_SECURITY_LANDLOCK, lsm=landlock)")
class ConfinementIT {

    /** Not in /tmp, where children may delete, nor beside the jars, which they may read. */
    @TempDir(factory = InVarTmp.class)
    Path folder;

    private Path work;
    private Path secret;
    private Launcher launcher;

    static final class InVarTmp implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
                throws IOException {
            return Files.createTempDirectory(Path.of("/var/tmp"), "confinement-");
        }
    }

    static boolean kernelConfines() {
        try {
            Landlock.open().close();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        secret = Files.writeString(folder.resolve("secret"), "nobody's business\n");
        launcher = Launcher.confinedTo(work);
    }

    @AfterEach
    void close() {
        launcher.close();
    }

    @Test
    void worksInItsOwnFolder() throws Exception {
        String commands =
                "echo x > a && mkdir b && mv a b/c && cat b/c && ln -s b d && rm -r b d"
                        + " && date > /dev/null && ls /usr/bin > /dev/null";

        assertThat(run(commands).succeeded()).isTrue();
    }

    @Test
    void reachesNoOtherFile() throws Exception {
        assertThat(run("cat " + secret).lastWords()).contains("Permission denied");
        assertThat(run("ls " + folder).lastWords()).contains("Permission denied");
        assertThat(run("cat /etc/shadow /root/.profile").succeeded()).isFalse();
        assertThat(run("ln -s " + secret + " s && cat s").lastWords())
                .contains("Permission denied");
        assertThat(run("echo x > " + folder.resolve("new")).succeeded()).isFalse();
        assertThat(run("rm -f " + secret).succeeded()).isFalse();
        assertThat(run("ln " + secret + " hard").succeeded()).isFalse();
        assertThat(secret).hasContent("nobody's business\n");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void reachesNoServer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String connect = "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort();

            assertThat(run(connect).succeeded()).isFalse();
        }
    }

    @Test
    void theWorkerItselfStaysFree() throws Exception {
        assertThat(run("true").succeeded()).isTrue();

        assertThat(secret).hasContent("nobody's business\n");
        assertThat(Thread.ofVirtual().start(() -> assertThat(secret).exists()).join(LONG)).isTrue();
    }

    private ProcessOutcome run(String commands) throws Exception {
        Path scratch = Files.createTempDirectory(work, "run-");
        return new ProcessRunner(launcher)
                .run(
                        new ProcessRequest(
                                List.of("/bin/bash", "-c", commands),
                                Map.of(),
                                scratch,
                                List.of(),
                                new ProcessLimits(LONG, LONG, 0, 0, 0)),
                        line -> false);
    }
}
