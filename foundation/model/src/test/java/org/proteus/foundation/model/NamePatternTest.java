package org.proteus.foundation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "{name}.mp4, a.b.mp4, name=a.b",
        "{name}.mp4, .mp4.mp4, name=.mp4",
        "*-*.tif, x-y-z.tif, *1=x;*2=y-z",
        "{book}_p{page}.tif, sea_p12.tif, book=sea;page=12",
        "{name}/{name}.mp4, a/a.mp4, name=a",
        "take-*, take-1, *1=1",
    })
    void findsWhatThePlaceholdersStandFor(String pattern, String name, String values) {
        Map<String, String> found = NamePattern.parse(pattern).match(name).orElseThrow();

        String shown =
                found.entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(";"));
        assertThat(shown).isEqualTo(values);
        assertThat(NamePattern.parse(pattern).fill(found)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "{name}.mp4, .mp4",
        "{name}.mp4, a.mp4x",
        "{name}.mp4, d/a.mp4",
        "{name}/{name}.mp4, a/b.mp4",
        "*-*.tif, xy.tif",
        "take-*, take-",
        "cover.pdf, Cover.pdf",
    })
    void doesNotFitEveryName(String pattern, String name) {
        assertThat(NamePattern.parse(pattern).match(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/a*.b",
                "{a.b",
                "a}.b",
                "{}.b",
                "{a}{b}.c",
                "**",
                "{a}-{a}.c",
                "{a/b}"
            })
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> NamePattern.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the pattern");
        assertThatThrownBy(() -> NamePattern.parse("x".repeat(2000) + "*"))
                .hasMessageContaining("longer than")
                .hasMessageNotContaining("x".repeat(100));
    }

    /** What takes a backtracking matcher for ever. */
    @Test
    void neverGoesBack() {
        NamePattern pattern = NamePattern.parse("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*ab");
        String name = "a".repeat(4096);

        assertThat(pattern.placeholders()).hasSize(15);
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        assertThat(pattern.match(name)).isEmpty();
                    }
                });
    }

    @Test
    void aPairingSaysWhatIsWrongWithIt() {
        assertThatThrownBy(() -> patterns("*.mp4")).hasMessageContaining("2 to 16 patterns, not 1");
        assertThatThrownBy(() -> patterns("*.mp4", "*.mp4")).hasMessageContaining("the same");
        assertThatThrownBy(() -> patterns("a.mp4", "a.wav"))
                .hasMessageContaining("has no placeholder");
        assertThatThrownBy(() -> patterns("{a}.mp4", "{b}.wav"))
                .hasMessageContaining("'{b}.wav' has a placeholder that the first one");
        assertThatThrownBy(() -> new Pairing.ByOrder(1)).hasMessageContaining("not 1");
        assertThatThrownBy(() -> new Pairing.ByManifest(" ")).hasMessageContaining("no name");
        assertThat(patterns("{a}-{b}.mp4", "{a}.wav").patterns()).hasSize(2);
    }

    private static Pairing.ByPattern patterns(String... patterns) {
        return new Pairing.ByPattern(List.of(patterns).stream().map(NamePattern::parse).toList());
    }
}
