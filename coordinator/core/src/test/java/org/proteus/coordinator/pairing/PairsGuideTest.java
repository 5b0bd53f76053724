package org.proteus.coordinator.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.Pairing;
import org.proteus.foundation.net.WireJson;

/** What docs/pairs.md shows is understood, and its numbers are those of the code. */
class PairsGuideTest {

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "..", "docs", "pairs.md"));
    }

    private static String block(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "text"})
    void everyListShownNamesTheSameGroups(String format) throws IOException {
        byte[] shown = block(format).getBytes(StandardCharsets.UTF_8);

        Manifest manifest = ManifestReader.read("list." + format, new ByteArrayInputStream(shown));

        assertThat(manifest.broken()).isEmpty();
        assertThat(manifest.groups())
                .extracting(ManifestLine::inputs)
                .containsExactly(
                        List.of("one.mp4", "voice, over.wav"), List.of("two.mp4", "two.wav"));
        assertThat(manifest.groups().getFirst().output())
                .isEqualTo(
                        format.equals("text") ? Optional.empty() : Optional.of("films/the first"));
    }

    @Test
    void everyPairingShownIsRead() throws IOException {
        JobRequest request = WireJson.mapper().readValue(block("json"), JobRequest.class);
        assertThat(request.pairing().orElseThrow()).isInstanceOf(Pairing.ByPattern.class);
        List<String> others =
                Pattern.compile("`(\\{\"kind\".*?})`")
                        .matcher(guide())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(others).hasSize(2);
        for (String shown : others) {
            assertThat(WireJson.mapper().readValue(shown, Pairing.class)).isNotNull();
        }
    }

    @Test
    void theLimitsAreThoseOfTheCode() throws IOException {
        assertThat(guide())
                .contains(
                        Stream.of(
                                        "2 to %d objects".formatted(Pairing.MOST_INPUTS),
                                        "%,d objects".formatted(Room.MOST_WAITING),
                                        "%,d groups".formatted(ManifestReader.MOST_GROUPS),
                                        "%d MB".formatted(TextLines.MOST_BYTES >> 20),
                                        "%d KB a line".formatted(TextLines.LONGEST_LINE >> 10),
                                        "%d broken".formatted(ManifestReader.MOST_BROKEN))
                                .toArray(String[]::new));
    }
}
