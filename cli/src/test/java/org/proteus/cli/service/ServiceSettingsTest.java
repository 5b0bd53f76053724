package org.proteus.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.cli.config.SettingsFile;
import org.proteus.coordinator.pool.ConfiguredPool;
import org.proteus.foundation.model.job.Money;

class ServiceSettingsTest {

    @TempDir private Path folder;

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

    @Test
    void workersThatAreThereAnywayAreCountedFirst() throws IOException {
        Path own = write("pools: {office: {type: registered, max: 5}}");
        ServiceSettings settings = settings(own, Map.of("PROTEUS_COORDINATOR_WORKERS_MAX", "2"));
        assertThat(settings.pools())
                .extracting(ConfiguredPool::name)
                .containsExactly("office", "local");
        assertThat(settings.maxWorkers()).isEqualTo(7);
    }

    @Test
    void namesEverythingThatIsWrongWithPools() throws IOException {
        Path own =
                write(
                        """
                        pools:
                          local: {type: local}
                          office: {type: registered, max: none, colour: red}
                          Office: {}
                        """);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(own, Map.of("PROTEUS_COORDINATOR_WORKERS_MAX", "x")))
                .withMessageContaining("workers.max is 'x', not a whole number")
                .withMessageContaining("pools.local: the processes of this machine")
                .withMessageContaining("pools.office.max is 'none'")
                .withMessageContaining(
                        "unknown key 'pools.office.colour' (known here: cost, max, type)")
                .withMessageContaining("there is no type ''; choose one of jclouds, local");
    }

    @Test
    void poolsHavePricesInOneCurrency() throws IOException {
        Path own =
                write(
                        """
                        workers: {max: 2, cost: 0.02 EUR}
                        pools:
                          house: {type: registered, max: 5}
                          lab: {type: registered, max: 5, cost: 0.5 EUR}
                        """);
        assertThat(settings(own, Map.of()).pools())
                .extracting(pool -> pool.cost().map(Money::text).orElse("none"))
                .containsExactly("none", "0.5000 EUR", "0.0200 EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(own, Map.of("PROTEUS_COORDINATOR_WORKERS_COST", "1")))
                .withMessageContaining("several currencies: '', 'EUR'");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), yaml);
    }

    private static ServiceSettings settings(Path own, Map<String, String> environment) {
        SettingsFile file = SettingsFile.read("coordinator", Optional.of(own), environment);
        return ServiceSettings.of(file, Path.of("data"));
    }

    @Test
    void findsTheNumberOfWorkersUnlessOneIsNamed() {
        assertThat(settings(Map.of()).scaling().policy()).isEqualTo("history");
        assertThat(settings(Map.of("PROTEUS_COORDINATOR_SCALING_WORKERS", "3")).scaling().policy())
                .isEqualTo("fixed");
        assertThat(
                        settings(Map.of("PROTEUS_COORDINATOR_SCALING_POLICY", "efficiency"))
                                .scaling()
                                .policy())
                .isEqualTo("efficiency");
    }

    private static ServiceSettings settings(Map<String, String> environment) {
        SettingsFile file = SettingsFile.read("coordinator", Optional.empty(), environment);
        return ServiceSettings.of(file, Path.of("data"));
    }
}
