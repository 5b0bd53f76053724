package org.proteus.foundation.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ContentType;

class TypeHierarchyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text/xml                  | application/xml
                    image/x-ms-bmp; width=1   | image/bmp; width="1"
                    image/jpg                 | image/jpeg
                    application/x-pdf         | application/pdf
                    image/png                 | image/png
                    application/x-our-own     | application/x-our-own
                    image/*                   | image/*
                    """)
    void anAliasBecomesTheRegisteredName(String alias, String name) {
        assertThat(TypeHierarchy.canonical(ContentType.parse(alias))).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "image/svg+xml, application/xml",
        "application/vnd.x-our-own+json, application/json",
        "application/epub+zip, application/zip",
        "text/csv, text/plain",
        "text/x-java-source, text/plain",
        "application/xhtml+xml, application/xml"
    })
    void aTypeIsAKindOfItsParents(String type, String parent) {
        assertThat(TypeHierarchy.supertypes(ContentType.parse(type)))
                .contains(ContentType.parse(parent));
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, application/octet-stream",
        "text/html, text/plain",
        "text/xml, text/xml",
        "application/xml, application/xml"
    })
    void whatIsNotStatedDoesNotCount(String type, String other) {
        assertThat(TypeHierarchy.supertypes(ContentType.parse(type)))
                .doesNotContain(ContentType.parse(other));
    }

    @Test
    void parentsComeNearestFirst() {
        assertThat(TypeHierarchy.supertypes(ContentType.parse("application/json")).getLast())
                .isEqualTo(ContentType.parse("text/plain"));
        assertThat(TypeHierarchy.supertypes(ContentType.parse("text/plain"))).isEmpty();
    }
}
