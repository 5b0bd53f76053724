package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** From FTP to FTP; and a password is seen by nobody who does not need it. */
@Execution(ExecutionMode.CONCURRENT)
final class FtpTransformIT {

    private static final String USER = "ann";
    private static final String PASSWORD = "Zx9Sesame9xZ";

    @TempDir private Path folder;

    private ProteusHome home;
    private Path remote;
    private FtpServer server;
    private String place;

    @BeforeEach
    void serve() throws IOException, FtpException {
        home = new ProteusHome(Files.createDirectory(folder.resolve("home")));
        remote = Files.createDirectory(folder.resolve("remote"));
        FtpServerFactory factory = new FtpServerFactory();
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress(InetAddress.getLoopbackAddress().getHostAddress());
        listeners.setPort(0);
        Listener listener = listeners.createListener();
        factory.addListener("default", listener);
        ConnectionConfigFactory limits = new ConnectionConfigFactory();
        limits.setLoginFailureDelay(0);
        factory.setConnectionConfig(limits.createConnectionConfig());
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(remote.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        server = factory.createServer();
        server.start();
        place = "127.0.0.1:" + listener.getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void objectsGoFromFtpToFtpAndThePasswordNowhere() throws IOException {
        Path source = Files.createDirectories(remote.resolve("in/sub dir"));
        Files.writeString(source.resolve("page.html"), "<html><body>Hello there</body></html>");
        Files.writeString(remote.resolve("in/plain.txt"), "plain words\n");
        Files.createDirectory(remote.resolve("out"));

        Outcome outcome =
                home.run(
                        "transform",
                        "--from",
                        "ftp://" + USER + ":" + PASSWORD + "@" + place + "/in/",
                        "--to",
                        "txt",
                        "--into",
                        "ftp://" + USER + ":" + PASSWORD + "@" + place + "/out/",
                        "--report",
                        "report.jsonl",
                        "--json");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(remote.resolve("out/plain.txt")).hasContent("plain words\n");
        assertThat(remote.resolve("out/sub dir/page.txt")).content().contains("Hello there");
        assertThat(Samples.names(remote.resolve("out")))
                .containsExactly("plain.txt", "sub dir", "sub dir/page.txt");
        assertThat(home.path("report.jsonl")).content().contains("ftp://" + place + "/in");
        assertThat(outcome.err()).contains("--from-password-file");
        assertNobodyKnows(PASSWORD);
    }

    @Test
    void theUserMayStandInTheUriAndThePasswordInAFile() throws IOException {
        Files.writeString(
                Files.createDirectory(remote.resolve("in")).resolve("plain.txt"), "plain words\n");
        Files.writeString(home.path("password"), PASSWORD + "\n");

        Outcome outcome =
                home.run(
                        "transform",
                        "--from",
                        "ftp://" + USER + "@" + place + "/in/",
                        "--from-password-file",
                        "password",
                        "--to",
                        "txt",
                        "--into",
                        "out");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(home.path("out/plain.txt")).hasContent("plain words\n");
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws IOException {
        Files.createDirectory(remote.resolve("in"));
        Files.writeString(home.path("password"), "wrong" + PASSWORD);

        Outcome outcome =
                home.run(
                        "transform",
                        "--from",
                        "ftp://" + place + "/in/",
                        "--from-user",
                        USER,
                        "--from-password-file",
                        "password",
                        "--to",
                        "txt",
                        "--into",
                        "out");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(1);
        assertThat(outcome.err()).contains(place).doesNotContain("\tat ");
        Files.delete(home.path("password"));
        assertNobodyKnows(PASSWORD);
    }

    /** Neither an output nor the report nor anything in the state folder holds a secret. */
    private void assertNobodyKnows(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(home.path(""))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(2);
            assertThat(all).noneMatch(file -> ProteusHome.contains(file, secret));
        }
    }
}
