package org.proteus.worker.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

class CoordinatorAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org:8080",
                "http://10.0.0.1",
                "http://localhost.example.org",
                "ftp://localhost",
                "localhost:8080",
                "http://user:word@localhost",
                "http://localhost/?x=1",
                "http://",
                ""
            })
    void whatIsUnsafeOrNoAddressIsRefused(String url) {
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> CoordinatorAddress.of(url, false))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST);
                    assertThat(e).message().doesNotContain("word@");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/",
                "http://127.0.0.2",
                "http://[::1]:80",
                "https://h"
            })
    void thisMachineAndTlsAreAllowed(String url) {
        assertThat(CoordinatorAddress.of(url, false).endpoint("plans"))
                .asString()
                .endsWith("/work/v1/plans")
                .doesNotContain("//work");
    }

    @Test
    void plainHttpElsewhereCanBeAllowed() {
        assertThat(CoordinatorAddress.of("http://10.0.0.1/x/", true).endpoint("plans"))
                .hasToString("http://10.0.0.1/x/work/v1/plans");
    }

    @Test
    void tokensComeFromAFileAndAreNotShown(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("token"), "abc\n");
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "a b\r\nX: y");

        for (Path unusable : List.of(empty, wrong, folder.resolve("missing"))) {
            assertThatExceptionOfType(ProteusException.class)
                    .isThrownBy(() -> BearerToken.read(unusable))
                    .satisfies(e -> assertThat(e).message().doesNotContain("X: y"));
        }
        assertThat(BearerToken.read(good)).asString().doesNotContain("abc");
    }
}
