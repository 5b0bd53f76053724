package org.proteus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.proteus.data.local.LocalFiles;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

class DataHandlersTest {

    private record Named(String id, Set<String> schemes) implements DataHandler {}

    @Test
    void findsWhatIsOnTheClassPath() {
        DataHandlers found = DataHandlers.find();
        assertThat(found.sourceSchemes()).containsExactly("file", "ftp", "http", "https", "sftp");
        assertThat(found.sinkSchemes()).containsExactly("file", "ftp", "sftp");
    }

    @Test
    void twoHandlersOfOneIdAreRefusedWithBothNames() {
        assertThatThrownBy(() ->
                        new DataHandlers(
                                List.of(new LocalFiles(), new Named("local-files", Set.of("x")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "local-files", LocalFiles.class.getName(), Named.class.getName());
    }

    @Test
    void twoHandlersOfOneSchemeAreRefusedWithBothNames() {
        assertThatThrownBy(() ->
                        new DataHandlers(
                                List.of(new LocalFiles(), new Named("other", Set.of("file")))))
                .hasMessageContainingAll("'file'", LocalFiles.class.getName(), "Named");
    }

    @Test
    void anUnknownSchemeIsRefusedWithTheKnownOnes() {
        assertRefused(() -> source("gopher://host/"), ErrorCode.UNKNOWN_SCHEME, "file, ftp, http");
        assertRefused(
                () -> DataHandlers.find().sink("https://host/x", Optional.empty()),
                ErrorCode.UNKNOWN_SCHEME,
                "known are file, ftp, sftp");
    }

    @Test
    void aMalformedUriIsABadRequest() {
        assertRefused(() -> source("file:///a b"), ErrorCode.BAD_REQUEST, "%20");
        assertRefused(() -> source("plain/path"), ErrorCode.BAD_REQUEST, "scheme");
    }

    private static void source(String uri) {
        DataHandlers.find().source(uri, Optional.empty(), true);
    }

    private static void assertRefused(Runnable call, ErrorCode code, String text) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(code);
                            assertThat(e.problem().text()).contains(text);
                        });
    }
}
