package org.proteus.data.vfs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.data.local.StoredFiles;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FtpFaultsTest {

    @TempDir Path folder;
    private FtpTestServer server;
    private final DataHandlers handlers = new DataHandlers(List.of(new FtpServers()));

    @BeforeEach
    void start() throws Exception {
        server = new FtpTestServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aWrongPasswordIsUnauthorizedAndNotShown() {
        Credentials wrong = new Credentials("ann", "wr0ng");
        assertProblem(ErrorCode.UNAUTHORIZED, () -> source(server.uri("/"), wrong), "password");
    }

    @Test
    void credentialsInTheUriWorkAndAreNotShown() throws IOException {
        URI plain = server.uri("/x");
        StoredFiles.put(folder, "x", new byte[3]);
        String uri = plain.toString().replace("//", "//ann:s3cret%3A%2F%40%25@");
        try (DataSource source = handlers.source(uri, Optional.empty(), true)) {
            assertThat(source.list(Optional.empty()).next().size()).isEqualTo(3);
        }
        assertProblem(
                ErrorCode.SOURCE_UNREADABLE,
                () -> handlers.source(uri + "none", Optional.empty(), true),
                "does not exist");
    }

    @Test
    void aMissingFolderIsUnreadable() {
        assertProblem(
                ErrorCode.SOURCE_UNREADABLE,
                () -> source(server.uri("/none/"), FtpTestServer.USER),
                "does not exist");
    }

    @Test
    void aServerThatIsNotThereIsUnreadable() {
        server.close();
        assertProblem(
                ErrorCode.SOURCE_UNREADABLE,
                () -> source(server.uri("/"), FtpTestServer.USER),
                "no connection to");
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        assertProblem(
                ErrorCode.SOURCE_UNREADABLE,
                () -> source(URI.create("ftp://nosuch.invalid/"), FtpTestServer.USER),
                "nosuch.invalid:21: there is no such host");
    }

    @Test
    void whoMayNotWriteIsTold() {
        assertProblem(
                ErrorCode.SINK_UNWRITABLE,
                () -> handlers.sink(server.uri("/new/").toString(), Optional.empty()),
                "the server says");
    }

    @Test
    void aServerThatStopsInTheMiddleIsAFailureAndNotAShortFile() throws IOException {
        StoredFiles.put(folder, "large", new byte[30_000_000]);
        try (DataSource source = source(server.uri("/"), FtpTestServer.USER);
                InputStream content = source.open("large")) {
            assertThat(content.readNBytes(100)).hasSize(100);
            server.close();
            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broke off after");
        }
    }

    @Test
    void anIdleConnectionThatTheServerClosedIsReplaced() throws Exception {
        StoredFiles.put(folder, "x", "content".getBytes(UTF_8));
        try (DataSource source = source(server.uri("/"), FtpTestServer.USER)) {
            assertThat(source.open("x")).hasContent("content");
            server.closeSessions();
            assertThat(source.open("x")).hasContent("content");
        }
    }

    @Test
    void aFullDiskOnTheServerIsSaid() throws Exception {
        try (FtpTestServer full = new FtpTestServer(folder, Map.of("full", new FullDisk()));
                DataSink sink =
                        new FtpServers().sink(full.uri("/"), Optional.of(FtpTestServer.USER))) {
            InputStream content = new ByteArrayInputStream(new byte[10]);
            assertProblem(
                    ErrorCode.DISK_FULL, () -> sink.prepare(".proteus-1-1", content), "No room");
        }
    }

    @Test
    void aLineBreakNeverReachesTheServer() throws IOException {
        StoredFiles.put(folder, "kept", new byte[1]);
        try (DataSource source = source(server.uri("/"), FtpTestServer.USER)) {
            assertThatThrownBy(() -> source.open("x%0D%0ADELE%20kept"))
                    .hasMessageContaining("line break");
        }
        assertThat(StoredFiles.in(folder)).containsKey("kept");
    }

    private DataSource source(URI uri, Credentials credentials) {
        return handlers.source(uri.toString(), Optional.of(credentials), true);
    }

    private interface Call {
        void run() throws Exception;
    }

    private static void assertProblem(ErrorCode code, Call call, String text) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(code);
                            assertThat(e.problem().text())
                                    .contains(text)
                                    .doesNotContain("wr0ng", "s3cret", "Exception");
                        });
    }

    private static final class FullDisk extends DefaultFtplet {

        @Override
        public FtpletResult onUploadStart(FtpSession session, FtpRequest request)
                throws FtpException {
            session.write(new DefaultFtpReply(452, "No room left."));
            return FtpletResult.SKIP;
        }
    }
}
