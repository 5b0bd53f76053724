package org.proteus.coordinator.jclouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.coordinator.pool.machine.Machine;
import org.proteus.coordinator.pool.machine.MachineException;
import org.proteus.coordinator.pool.machine.MachineException.Reason;
import org.proteus.coordinator.pool.machine.Machines;

/** What OpenStack may do to a pool. */
class NovaFaultsIT {

    private static final String SCRIPT = "#!/bin/sh\ntoken=one-time-secret\n";

    @TempDir Path folder;

    private NovaStand stand;
    private Machines machines;

    @BeforeEach
    void open() {
        stand = new NovaStand();
        machines = Clouds.open(stand, folder, "installation1", "cloud");
    }

    @AfterEach
    void close() {
        machines.close();
        stand.close();
    }

    @Test
    void theServersOfOthersAreNotShown() throws Exception {
        stand.foreign();
        Machine machine = machines.create("cloud-1", SCRIPT);
        assertThat(machines.list()).containsExactly(new Machine(machine.id(), "cloud-1", false));
        machines.end(machine.id());
        machines.end(machine.id());
        assertThat(machines.list()).isEmpty();
        assertThat(stand.alive()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, forbidden, Quota exceeded for cores: Requested 1 but already used 8 of 8, QUOTA",
        "413, overLimit, Quota exceeded for instances, QUOTA",
        "429, overLimit, Too many requests, THROTTLED",
        "500, computeFault, Unexpected API Error, FAILED",
        "400, badRequest, Invalid key_name provided., FAILED"
    })
    void understandsWhyThereIsNoServer(int status, String kind, String message, Reason reason) {
        stand.fail("POST servers", status, kind, message);
        assertThatExceptionOfType(MachineException.class)
                .isThrownBy(() -> machines.create("cloud-1", SCRIPT))
                .satisfies(e -> {
                    assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
                    assertThat(e).hasNoCause();
                    assertThat(e.getMessage()).doesNotContain("user_data", "one-time-secret");
                });
    }

    @ParameterizedTest
    @CsvSource({"ERROR, true", "BUILD, false"})
    void aServerThatDoesNotRunIsFoundByItsMarks(String status, boolean failed) throws Exception {
        stand.begin(status);
        assertThatExceptionOfType(MachineException.class)
                .isThrownBy(() -> machines.create("cloud-1", SCRIPT))
                .withMessageContaining("did not run in time");
        assertThat(machines.list())
                .singleElement()
                .satisfies(machine -> {
                    assertThat(machine.node()).isEqualTo("cloud-1");
                    assertThat(machine.failed()).isEqualTo(failed);
                });
    }

    @Test
    void aListingThatFailsIsNoEmptyListing() throws Exception {
        Machine machine = machines.create("cloud-1", SCRIPT);
        stand.fail("GET servers", 500, "computeFault", "Unexpected API Error");
        assertThatExceptionOfType(MachineException.class).isThrownBy(() -> machines.list());
        stand.heal();
        assertThat(machines.list()).containsExactly(machine);
    }

    @Test
    void anImageThatIsNotThereIsToldWithThoseThatAre() {
        stand.fail(
                "GET images", ProviderStand.response(200, "application/json", "{\"images\": []}"));
        assertThatExceptionOfType(MachineException.class)
                .isThrownBy(() -> machines.create("cloud-1", SCRIPT))
                .withMessageContaining("image 'debian-12'");
    }
}
