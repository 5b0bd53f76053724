package org.proteus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductVersionTest {

    @Test
    void namesTheProductFirst() {
        assertThat(new ProductVersion().getVersion())
                .singleElement()
                .asString()
                .startsWith("proteus ");
    }
}
