package org.proteus.foundation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.protocol.WorkSize;

class WorkSizeTest {

    private static final WorkSize MEDIA = new WorkSize(1500, "ms");
    private static final WorkSize PICTURE = new WorkSize(307_200, "pixels");

    @Test
    void onlyWhatTellsTheTimeOfATaskIsASize() {
        assertThat(WorkSize.told(1500, "ms")).contains(MEDIA);
        assertThat(WorkSize.told(0, "ms")).isEmpty();
        assertThat(WorkSize.told(12, "pages")).isEmpty();
        assertThat(WorkSize.told(12, "bytes")).isEmpty();
    }

    @Test
    void aVideoIsMeasuredByItsLengthWhateverElseIsKnown() {
        assertThat(MEDIA.orBetter(PICTURE)).isEqualTo(MEDIA);
        assertThat(PICTURE.orBetter(MEDIA)).isEqualTo(MEDIA);
        assertThat(MEDIA.orBetter(new WorkSize(1600, "ms")).amount()).isEqualTo(1600);
    }

    @Test
    void whatIsNoSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkSize(0, "ms"));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkSize(1, "bytes"));
    }
}
