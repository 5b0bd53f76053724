package org.proteus.foundation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "512B, 512",
        "64KB, 65536",
        "16MB, 16777216",
        "2GB, 2147483648",
        "1TB, 1099511627776",
        "16mb, 16777216",
        "0B, 0",
        "1024B, 1024"
    })
    void aSizeHasAUnit(String text, long bytes) {
        assertThat(DataSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "16", "MB", "-1MB", "1.5GB", "16 MB", "1PB", "99999999999TB", "1e3B"})
    void everythingElseIsNoSize(String text) {
        assertThatThrownBy(() -> DataSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "30s, 30000", "5m, 300000", "2h, 7200000", "7d, 604800000", "0s, 0"})
    void aTimeSpanHasAUnit(String text, long millis) {
        assertThat(TimeSpan.parse(text).duration()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "1.5h", "30 s", "1y", "9999999999999s", "5M"})
    void everythingElseIsNoTimeSpan(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll @LongRange(min = 0, max = 1L << 45) long amount) {
        assertThat(DataSize.parse(new DataSize(amount).toString()).bytes()).isEqualTo(amount);
        DataSize whole = new DataSize(amount % 1000 << 20);
        assertThat(DataSize.parse(whole.toString())).isEqualTo(whole);
        TimeSpan span = new TimeSpan(Duration.ofMillis(amount % 1_000_000_000));
        assertThat(TimeSpan.parse(span.toString())).isEqualTo(span);
        TimeSpan minutes = new TimeSpan(Duration.ofMinutes(amount % 100_000));
        assertThat(TimeSpan.parse(minutes.toString())).isEqualTo(minutes);
    }
}
