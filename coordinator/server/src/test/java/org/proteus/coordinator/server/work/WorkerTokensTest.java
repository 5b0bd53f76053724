package org.proteus.coordinator.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ProteusException;

class WorkerTokensTest {

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve(WorkerTokens.FILE);
    }

    @Test
    void makesATokenThatOnlyTheOwnerCanRead() throws IOException {
        WorkerTokens tokens = WorkerTokens.inFolder(folder);
        String token = Files.readString(file()).strip();
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(tokens.accepts(token)).isTrue();
        assertThat(tokens.accepts(token.substring(1))).isFalse();
        assertThat(tokens.accepts("")).isFalse();
    }

    @Test
    void keepsTheTokenOfTheLastStart() throws IOException {
        WorkerTokens.inFolder(folder);
        String token = Files.readString(file()).strip();
        assertThat(WorkerTokens.inFolder(folder).accepts(token)).isTrue();
    }

    @Test
    void refusesATokenThatOthersCanReadOrGuess() throws IOException {
        WorkerTokens.inFolder(folder);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> WorkerTokens.inFolder(folder))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file(), "short");
        assertThatThrownBy(() -> WorkerTokens.inFolder(folder)).hasMessageContaining("shorter");
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        assertThatThrownBy(() -> WorkerTokens.inFolder(folder.resolve("missing")))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining("missing");
    }
}
