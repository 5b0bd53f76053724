package org.proteus.foundation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

    private static final String NAME_START = "abcxyzABCXYZ019";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    image/png                             | image/png
                    IMAGE/PNG                             | image/png
                    Text/Plain; CharSet=UTF-8             | text/plain; charset="UTF-8"
                    text/plain;charset=utf-8              | text/plain; charset="utf-8"
                    text/plain; charset="utf-8"           | text/plain; charset="utf-8"
                    text/plain; b=2; a=1                  | text/plain; a="1"; b="2"
                    text/plain;                           | text/plain
                    text/plain (plain (really)); a=1 (one) | text/plain; a="1"
                    (c) text (c) / (c) plain (c)          | text/plain
                    text/plain (a \\) b); a=1             | text/plain; a="1"
                    x/y; a="\\"q\\" \\\\ ;"               | x/y; a="\\"q\\" \\\\ ;"
                    x/y; a="(no comment)"                 | x/y; a="(no comment)"
                    x/y; a=""                             | x/y; a=""
                    image/*                               | image/*
                    */*                                   | */*
                    image/png; width=*; height=-          | image/png; height="-"; width="*"
                    application/vnd.a-b+xml               | application/vnd.a-b+xml
                    x/y; a = 1                            | x/y; a="1"
                    """)
    void theTextBecomesCanonical(String text, String canonical) {
        assertThat(ContentType.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "image",
                "image/",
                "/png",
                "image//png",
                "image/png/x",
                "image png",
                "im age/png",
                "*/png",
                "image/*x",
                "-a/b",
                "image/p\u00efng",
                "image/png x=1",
                "image/png; x",
                "image/png; =1",
                "image/png; x=",
                "image/png; x=1; X=2",
                "image/png; x=\"1",
                "image/png; x=\"1\\",
                "image/png; x=a b",
                "image/png (a",
                "image/png )",
                "image/png;;",
                "image/png; x=\"a\u0000\"",
                "image/png; x=\"a\nb\"",
                "image/png; x=(c)",
                "image/png,image/gif",
                "\u0000/\u0000"
            })
    void whatTheGrammarForbidsIsRefused(String text) {
        assertThatThrownBy(() -> ContentType.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Exception");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 5000, 1_000_000})
    void hostileLengthsEndAtOnce(int length) {
        for (String piece : new String[] {"(", "a", "/", ";", "\"", "\\", "a=1;", ")("}) {
            String text = "image/png;" + piece.repeat(length);
            assertThatCode(
                            () -> {
                                try {
                                    ContentType.parse(text);
                                } catch (IllegalArgumentException refused) {
                                    assertThat(refused.getMessage()).hasSizeLessThan(200);
                                }
                            })
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> ContentType.of("a".repeat(128), "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("types") ContentType type) {
        assertThat(ContentType.parse(type.toString())).isEqualTo(type);
    }

    @Property
    void noTextDoesHarm(@ForAll("texts") String text) {
        try {
            ContentType type = ContentType.parse(text);
            assertThat(ContentType.parse(type.toString())).isEqualTo(type);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aZ/;=\"\\() *-+.\t\n\u00e9\u0000")
                .ofMaxLength(30)
                .map(tail -> tail.length() % 2 == 0 ? "a/b" + tail : tail);
    }

    @Provide
    Arbitrary<ContentType> types() {
        Arbitrary<String> names =
                Combinators.combine(
                                Arbitraries.chars().with(NAME_START),
                                Arbitraries.strings()
                                        .withChars(NAME_START + "!#$&-^_.+")
                                        .ofMaxLength(10))
                        .as((first, rest) -> first + rest);
        Arbitrary<String> values =
                Arbitraries.strings().ofMaxLength(10).filter(ContentTypeTest::hasNoControl);
        Arbitrary<Map<String, String>> parameters =
                Arbitraries.maps(names.map(name -> name.toLowerCase(java.util.Locale.ROOT)), values)
                        .ofMaxSize(4);
        return Combinators.combine(names, names, parameters)
                .as((type, subtype, map) -> ContentType.of(type, subtype).withParameters(map));
    }

    private static boolean hasNoControl(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }
}
