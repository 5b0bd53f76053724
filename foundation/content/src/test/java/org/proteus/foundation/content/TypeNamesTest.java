package org.proteus.foundation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

class TypeNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    image/png              | image/png
                    Image/PNG; Width=640   | image/png; width="640"
                    png                    | image/png
                    .png                   | image/png
                    PNG                    | image/png
                    a.png                  | image/png
                    out/photo.final.JPG    | image/jpeg
                    jpg                    | image/jpeg
                    tar.gz                 | application/gzip
                    .tar.gz                | application/gzip
                    txt                    | text/plain
                    text                   | text/plain
                    text/xml               | application/xml
                    image/x-ms-bmp         | image/bmp
                    image/jpg              | image/jpeg
                    docx                   | application/vnd.openxmlformats-officedocument.wordprocessingml.document
                    odt                    | application/vnd.oasis.opendocument.text
                    epub                   | application/epub+zip
                    flv                    | video/x-flv
                    tiff                   | image/tiff
                    tif                    | image/tiff
                    html                   | text/html
                    csv                    | text/csv
                    bin                    | application/octet-stream
                    image/*                | image/*
                    """)
    void namesThatPeopleWriteBecomeFullTypes(String text, String type) {
        assertThat(TypeNames.resolve(text)).hasToString(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no-such",
                ".",
                "..",
                "/",
                "image/",
                "/png",
                "image/no-such",
                "a b/c d",
                "image/png;",
                "image/png; width",
                "x.",
                "\u0000",
                "../../etc/passwd",
                "*",
                "%s"
            })
    void everythingElseIsRefused(String text) {
        if (text.equals("image/png;")) {
            assertThat(TypeNames.resolve(text)).hasToString("image/png");
            return;
        }
        assertThatThrownBy(() -> TypeNames.resolve(text))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
                            assertThat(e.problem().action()).isNotEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "image/pgn, image/png",
        "image/tifff, image/tiff",
        "aplication/pdf, application/pdf",
        "text/plian, text/plain",
        "jepg, image/jpeg"
    })
    void aSlipOfThePenIsAnsweredWithTheNearestName(String text, String meant) {
        assertThatThrownBy(() -> TypeNames.resolve(text)).hasMessageContaining(meant);
    }

    @Test
    void aLongTextIsRefusedAtOnce() {
        assertThatThrownBy(() -> TypeNames.resolve("a".repeat(1_000_000)))
                .hasMessageContaining("too long");
    }

    @Test
    void aTypeThatAProgramDeclaresIsKnown() {
        ContentType declared = ContentType.of("application", "x-our-own");
        assertThat(TypeNames.resolve("application/x-our-own", Set.of(declared)))
                .isEqualTo(declared);
        assertThatThrownBy(() -> TypeNames.resolve("application/x-our-own"))
                .isInstanceOf(ProteusException.class);
        assertThatThrownBy(() -> TypeNames.resolve("application/x-our-onw", Set.of(declared)))
                .hasMessageContaining("application/x-our-own");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, .png",
        "text/plain, .txt",
        "image/jpeg, .jpg",
        "image/tiff, .tiff",
        "image/gif, .gif",
        "image/bmp, .bmp",
        "image/x-ms-bmp, .bmp",
        "image/webp, .webp",
        "image/svg+xml, .svg",
        "application/pdf, .pdf",
        "application/zip, .zip",
        "application/gzip, .gz",
        "application/postscript, .ps",
        "text/html, .html",
        "text/xml, .xml",
        "text/csv, .csv",
        "application/json, .json",
        "video/x-flv, .flv",
        "video/mp4, .mp4",
        "video/x-msvideo, .avi",
        "audio/mpeg, .mp3",
        "audio/mp4, .m4a",
        "audio/ogg, .ogg",
        "audio/vnd.wave, .wav",
        "video/quicktime, .mov",
        "video/mpeg, .mpg",
        "video/x-matroska, .mkv",
        "video/webm, .webm",
        "text/markdown, .md",
        "application/rtf, .rtf",
        "message/rfc822, .eml",
        "application/x-tar, .tar",
        "application/x-7z-compressed, .7z",
        "application/vnd.ms-excel, .xls",
        "application/vnd.ms-powerpoint, .ppt",
        "application/epub+zip, .epub",
        "application/msword, .doc",
        "application/vnd.oasis.opendocument.text, .odt",
        "application/x-no-such, .bin",
        "image/*, .bin",
        "application/octet-stream, .bin"
    })
    void aTypeGivesItsUsualExtension(String type, String extension) {
        assertThat(TypeNames.extension(ContentType.parse(type))).isEqualTo(extension);
    }
}
