package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FairSharesTest {

    @Test
    void givesAllWhatTheyWantIfItFits() {
        assertThat(FairShares.divide(new int[] {3, 5}, 8)).containsExactly(3, 5);
    }

    @Test
    void givesSmallWishesInFullAndTheOthersAlike() {
        assertThat(FairShares.divide(new int[] {20, 2, 20}, 12)).containsExactly(5, 2, 5);
        assertThat(FairShares.divide(new int[] {20, 20}, 7)).containsExactly(3, 4);
    }

    @Property
    void neverGivesMoreThanWantedNorThanThereIs(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 100) Integer> wishes,
            @ForAll @IntRange(min = 0, max = 100) int capacity) {
        int[] wanted = wishes.stream().mapToInt(Integer::intValue).toArray();
        int[] shares = FairShares.divide(wanted, capacity);
        assertThat(Arrays.stream(shares).sum())
                .isEqualTo(Math.min(capacity, Arrays.stream(wanted).sum()));
        for (int i = 0; i < wanted.length; i++) {
            assertThat(shares[i]).isBetween(0, wanted[i]);
        }
    }
}
