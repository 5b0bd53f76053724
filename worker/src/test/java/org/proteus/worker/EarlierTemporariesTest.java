package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What earlier leases may have left is found by their tokens, and nothing else is. */
final class EarlierTemporariesTest {

    @Test
    void namesEveryTokenBefore() {
        assertThat(EarlierTemporaries.of(".proteus-job-12-1-3"))
                .containsExactly(".proteus-job-12-1-1", ".proteus-job-12-1-2");
    }

    @Test
    void namesNothingForTheFirstLeaseOrAnotherForm() {
        assertThat(EarlierTemporaries.of(".proteus-job-12-1-1")).isEmpty();
        assertThat(EarlierTemporaries.of(".proteus-object")).isEmpty();
        assertThat(EarlierTemporaries.of("")).isEmpty();
    }
}
