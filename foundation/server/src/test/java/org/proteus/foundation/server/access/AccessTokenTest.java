package org.proteus.foundation.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.server.access.AccessToken.Role;

class AccessTokenTest {

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve(Role.WORKER.file());
    }

    @Test
    void makesATokenThatOnlyTheOwnerCanRead() throws IOException {
        AccessToken tokens = AccessToken.inFile(Role.WORKER, file());
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
        AccessToken.inFile(Role.WORKER, file());
        String token = Files.readString(file()).strip();
        assertThat(AccessToken.inFile(Role.WORKER, file()).accepts(token)).isTrue();
    }

    @Test
    void refusesATokenThatOthersCanReadOrGuess() throws IOException {
        AccessToken.inFile(Role.WORKER, file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> AccessToken.inFile(Role.WORKER, file()))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file(), "short");
        assertThatThrownBy(() -> AccessToken.inFile(Role.WORKER, file()))
                .hasMessageContaining("shorter");
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        assertThatThrownBy(() ->
                        AccessToken.inFile(Role.WORKER, folder.resolve("missing/worker.token")))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining("missing");
    }
}
