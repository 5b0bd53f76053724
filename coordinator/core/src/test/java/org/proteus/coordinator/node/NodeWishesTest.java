package org.proteus.coordinator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeWishesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"imagemagick", "g++", "libc6", "r-base=4.2.2-1", "git=1:2.39.5-0+deb12u2"})
    void packagesHaveAPerhapsAVersion(String name) {
        assertThat(new NodeWishes(1, List.of(name)).packages()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl-",
                "curl=1-",
                "curl=",
                "-o",
                "a",
                "Curl",
                "*",
                "^curl$",
                "curl/sid",
                "$(id)",
                ""
            })
    void whatAptWouldTakeAsSomethingElseIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeWishes(1, List.of("jq", name)))
                .withMessage("'" + name + "' is no Debian package");
    }
}
