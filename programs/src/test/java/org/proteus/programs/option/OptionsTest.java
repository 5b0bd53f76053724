package org.proteus.programs.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.Invocation;

class OptionsTest {

    @Test
    void readsPixelsWithAndWithoutUnit() {
        assertThat(options(Map.of("width", "640")).pixels("width", 1, 9999)).hasValue(640);
        assertThat(options(Map.of("width", "640px")).pixels("WIDTH", 1, 9999)).hasValue(640);
        assertThat(options(Map.of("width", " 640 PX ")).pixels("width", 1, 9999)).hasValue(640);
    }

    @Test
    void takesWhatIsOpenAsNotGiven() {
        assertThat(options(Map.of("width", "*")).pixels("width", 1, 10)).isEmpty();
        assertThat(options(Map.of("width", "-")).pixels("width", 1, 10)).isEmpty();
        assertThat(options(Map.of()).decimal("fps", 1, 10)).isEmpty();
        assertThat(options(Map.of()).flag("tile")).isFalse();
    }

    @Test
    void letsTheTypeAskedForWin() {
        Invocation invocation =
                invocation(ContentType.parse("image/png; width=10"), Map.of("Width", "20"));

        assertThat(Options.of(invocation).pixels("width", 1, 100)).hasValue(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "10001",
                "-5",
                "6.5",
                "",
                "1e3",
                "640 480",
                "9999999999",
                "-resize",
                "٣"
            })
    void refusesWhatIsNoNumberInRange(String value) {
        Options options = options(Map.of("width", value));

        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> options.pixels("width", 1, 10_000))
                .satisfies(refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST);
                    assertThat(refused.problem().message())
                            .contains("'width'", "from 1 to 10000", "'" + value + "'");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "TRUE!", "2"})
    void refusesWhatIsNoTruth(String value) {
        Options options = options(Map.of("tile", value));

        assertThatExceptionOfType(ProteusException.class).isThrownBy(() -> options.flag("tile"));
    }

    @Test
    void showsOnlyTheBeginningOfALongValue() {
        Options options = options(Map.of("width", "x".repeat(5000)));

        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> options.pixels("width", 1, 10))
                .satisfies(refused -> assertThat(refused.problem().message()).hasSizeLessThan(200));
    }

    private static Options options(Map<String, String> values) {
        return Options.of(invocation(ContentType.of("image", "png"), values));
    }

    private static Invocation invocation(ContentType target, Map<String, String> values) {
        return new Invocation(
                "unit", List.of(), target, values, Path.of("out"), Path.of("scratch"));
    }
}
