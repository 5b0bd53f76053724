package org.proteus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Place;

class PlacesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "samples/, /work/samples/",
        "photo.tiff, /work/photo.tiff",
        "., /work/",
        "./a/../b, /work/b",
        "../up, /up",
        "/abs/x, /abs/x",
        "100% a#b?c, /work/100%25%20a%23b%3Fc",
        "日本, /work/%E6%97%A5%E6%9C%AC",
        "-rf, /work/-rf",
        "~user/x, /work/~user/x",
    })
    void pathsBecomeFileUris(String text, String path) {
        Places.Written written = Places.written(text, Path.of("/work"));
        assertThat(written.place()).isEqualTo(Place.of("file://" + path));
        assertThat(written.passwordInUri()).isFalse();
    }

    @Test
    void aTildeIsTheHomeFolder() {
        assertThat(Places.written("~/in", folder).place().uri())
                .isEqualTo(Path.of(System.getProperty("user.home"), "in").toUri().toString());
    }

    @Test
    void urisStayWhatTheyAre() {
        assertThat(Places.written("ftp://host/a%20b/", folder).place())
                .isEqualTo(Place.of("ftp://host/a%20b/"));
        assertThat(Places.written("inline:", folder).place().isInline()).isTrue();
    }

    @Test
    void aFileWhoseNameLooksLikeAUriIsAFile() throws IOException {
        Files.createFile(folder.resolve("mail:x"));
        assertThat(Places.written("mail:x", folder).place().uri()).endsWith("/mail%3Ax");
        assertThat(Places.written("mail:y", folder).place().uri()).isEqualTo("mail:y");
    }

    @Test
    void aPasswordMovesToTheCredentials() {
        Places.Written written = Places.written("ftp://a%40b:p%3A%2Fw%25@host:21/x", folder);
        assertThat(written.place().uri()).isEqualTo("ftp://host:21/x");
        assertThat(written.place().credentials()).contains(new Credentials("a@b", "p:/w%"));
        assertThat(written.passwordInUri()).isTrue();
        assertThat(written.toString()).doesNotContain("p:/w%");
    }

    @Test
    void aUserAloneIsNoSecret() {
        Places.Written written = Places.written("sftp://ann@host/x", folder);
        assertThat(written.place().credentials()).contains(new Credentials("ann", ""));
        assertThat(written.passwordInUri()).isFalse();
    }

    @Test
    void givenCredentialsWin() {
        Optional<Credentials> given = Optional.of(new Credentials("given", "one"));
        assertThat(Places.apart(new Place("ftp://u:p@h/", given)).place().credentials())
                .isEqualTo(given);
    }

    @Test
    void complaintsHoldNoPassword() {
        assertThatThrownBy(() -> Places.written("ftp://u:s3cret@ho st/x", folder))
                .isInstanceOf(ProteusException.class)
                .hasMessageNotContaining("s3cret");
        assertThat(Places.shown(URI.create("ftp://u:s3cret@host/x"))).isEqualTo("ftp://host/x");
    }

    @Test
    void emptyTextIsRefused() {
        assertThatThrownBy(() -> Places.written(" ", folder)).hasMessageContaining("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "file:///a/, file:///a/out/, out",
        "file:///a, file:///a/b/c%20d, b/c d",
        "file:///a/, file:///a, ''",
        "file:///a/, file:///a/b/../../x, ",
        "file:///a/, file:///ab/, ",
        "file:///a/b/, file:///a/, ",
        "ftp://h/a/, ftp://H/a/out, out",
        "ftp://h/a/, ftp://h:2121/a/out, ",
        "ftp://h/a/, file:///a/out, ",
    })
    void seesASinkInsideItsSource(String source, String sink, String below) {
        assertThat(Places.sinkInside(source, sink)).isEqualTo(Optional.ofNullable(below));
    }

    @Test
    void seesASinkInsideItsSourceThroughLinks() throws IOException {
        Files.createDirectories(folder.resolve("in/sub"));
        Files.createSymbolicLink(folder.resolve("way"), folder.resolve("in/sub"));
        assertThat(Places.sinkInside(folder.toUri() + "in/", folder.toUri() + "way/new/"))
                .contains("sub/new");
    }
}
