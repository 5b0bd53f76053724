package org.proteus.data.vfs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSource;
import org.proteus.data.local.StoredFiles;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SftpFaultsTest {

    @TempDir Path folder;
    @TempDir Path keys;
    private SftpTestServer server;
    private DataHandlers handlers;

    @BeforeEach
    void start() throws Exception {
        server = new SftpTestServer(folder, keys.resolve("known_hosts"));
        handlers = new DataHandlers(List.of(server.handler()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aWrongPasswordIsUnauthorized() {
        Credentials wrong = new Credentials("ann", "wr0ng");
        assertProblem(ErrorCode.UNAUTHORIZED, () -> source("/", wrong), "refused the user");
    }

    @Test
    void anUnknownServerIsRefusedWithWhatToDo() throws Exception {
        Files.writeString(keys.resolve("known_hosts"), "");
        assertProblem(ErrorCode.UNAUTHORIZED, this::source, "ssh-keyscan -p");
        Files.delete(keys.resolve("known_hosts"));
        assertProblem(ErrorCode.UNAUTHORIZED, this::source, "there is no file");
    }

    @Test
    void aServerWithAnotherKeyThanTheKnownOneIsRefused() throws Exception {
        KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
        other.initialize(256);
        server.trust(other.generateKeyPair());
        assertProblem(ErrorCode.UNAUTHORIZED, this::source, "not trusted");
    }

    @Test
    void aPrivateKeyOpensTheDoor() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();
        Path file = keys.resolve("id_rsa");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        server.server().setPublickeyAuthenticator((user, key, _) -> key.equals(pair.getPublic()));
        StoredFiles.put(folder, "x", "content".getBytes(UTF_8));
        SftpServers byKey =
                new SftpServers(() -> new SftpSettings(keys.resolve("known_hosts"), List.of(file)));
        try (DataSource source =
                byKey.source(server.uri("/"), Optional.of(new Credentials("bob", "")), true)) {
            assertThat(source.open("x")).hasContent("content");
        }
    }

    @Test
    void aMissingFolderIsUnreadable() {
        assertProblem(
                ErrorCode.SOURCE_UNREADABLE,
                () -> source("/none/", SftpTestServer.USER),
                "does not exist");
    }

    @Test
    void linksThatLeadOutsideAreEntriesThatFail() throws IOException {
        StoredFiles.put(folder, "in/x", "content".getBytes(UTF_8));
        StoredFiles.put(folder, "secret", new byte[1]);
        Files.createSymbolicLink(folder.resolve("in/out"), Path.of("../secret"));
        Files.createSymbolicLink(folder.resolve("in/same"), Path.of("x"));
        Files.createSymbolicLink(folder.resolve("in/circle"), Path.of("."));
        try (DataSource source = source("/in/", SftpTestServer.USER)) {
            List<String> names = new ArrayList<>();
            source.list(Optional.empty()).forEachRemaining(entry -> names.add(entry.name()));
            assertThat(names).contains("out", "same", "x").doesNotContain("circle/x");
            assertThat(source.open("same")).hasContent("content");
            assertThatThrownBy(() -> source.open("out")).hasMessageContaining("outside");
        }
    }

    @Test
    void aServerThatStopsInTheMiddleIsAFailureAndNotAShortFile() throws IOException {
        StoredFiles.put(folder, "large", new byte[30_000_000]);
        try (DataSource source = source("/", SftpTestServer.USER);
                InputStream content = source.open("large")) {
            assertThat(content.readNBytes(100)).hasSize(100);
            server.close();
            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broke off after");
        }
    }

    private DataSource source() {
        return source("/", SftpTestServer.USER);
    }

    private DataSource source(String path, Credentials credentials) {
        return handlers.source(server.uri(path).toString(), Optional.of(credentials), true);
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
}
