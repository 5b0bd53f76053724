package org.proteus.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.cli.config.SettingsFile;

class ServiceSettingsTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    void thePoolHasAWorkerForEachCoreUnlessItIsTold() {
        assertThat(settings(Map.of()).maxWorkers()).isEqualTo(CORES);
        assertThat(settings(Map.of("PROTEUS_COORDINATOR_WORKERS_MAX", "7")).maxWorkers())
                .isEqualTo(7);
    }

    @Test
    void aCoordinatorMayHaveNoPool() {
        ServiceSettings none = settings(Map.of("PROTEUS_COORDINATOR_WORKERS_MAX", "0"));
        assertThat(none.maxWorkers()).isZero();
        assertThat(none.scaling().settings()).isEqualTo(settings(Map.of()).scaling().settings());
    }

    @Test
    void fewerThanNoWorkersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("PROTEUS_COORDINATOR_WORKERS_MAX", "-1")))
                .withMessageContaining("workers.max");
    }

    private static ServiceSettings settings(Map<String, String> environment) {
        SettingsFile file = SettingsFile.read("coordinator", Optional.empty(), environment);
        return ServiceSettings.of(file, Path.of("data"));
    }
}
