package org.proteus.coordinator.jclouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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

/** What EC2 may do to a pool. */
class Ec2FaultsIT {

    private static final String SCRIPT = "#!/bin/sh\ntoken=one-time-secret\n";

    @TempDir Path folder;

    private Ec2Stand stand;
    private Machines machines;

    @BeforeEach
    void open() {
        stand = new Ec2Stand();
        machines = Clouds.open(stand, folder, "installation1", "cloud");
    }

    @AfterEach
    void close() {
        machines.close();
        stand.close();
    }

    @Test
    void aMachineRunsTheScriptAndCarriesItsMarks() throws Exception {
        Machine machine = machines.create("cloud-1", SCRIPT);
        assertThat(machines.list()).containsExactly(new Machine(machine.id(), "cloud-1", false));
        assertThat(stand.last("RunInstances", "UserData"))
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                .hasValue(SCRIPT);
        assertThat(stand.calls("CreateKeyPair")).isZero();
        assertThat(stand.calls("AuthorizeSecurityGroupIngress")).isZero();

        machines.end(machine.id());
        machines.end(machine.id());
        assertThat(machines.list()).isEmpty();
    }

    @Test
    void theMachinesOfOthersAreNotShown() throws Exception {
        stand.instances().foreign();
        try (Machines other = Clouds.open(stand, folder, "installation2", "cloud");
                Machines pool = Clouds.open(stand, folder, "installation1", "dear")) {
            Machine elsewhere = other.create("cloud-1", SCRIPT);
            Machine dear = pool.create("dear-1", SCRIPT);
            Machine own = machines.create("cloud-1", SCRIPT);
            assertThat(machines.list()).containsExactly(own);
            assertThat(other.list()).containsExactly(elsewhere);
            assertThat(pool.list()).containsExactly(dear);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, InsufficientInstanceCapacity, QUOTA",
        "400, InstanceLimitExceeded, QUOTA",
        "400, VcpuLimitExceeded, QUOTA",
        "503, RequestLimitExceeded, THROTTLED",
        "400, InvalidAMIID.NotFound, FAILED",
        "401, Unauthorized, FAILED"
    })
    void understandsWhyThereIsNoMachine(int status, String code, Reason reason) {
        stand.fail("RunInstances", status, code);
        assertThatExceptionOfType(MachineException.class)
                .isThrownBy(() -> machines.create("cloud-1", SCRIPT))
                .withMessageContaining(code)
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e).hasNoCause();
                    assertThat(e.getMessage()).doesNotContain("UserData", "one-time-secret");
                });
        stand.heal();
    }

    @Test
    void aMachineThatWasLeftWithoutMarksIsOurs() throws Exception {
        stand.fail("CreateTags", 500, "InternalError");
        assertThatExceptionOfType(MachineException.class)
                .isThrownBy(() -> machines.create("cloud-1", SCRIPT));
        stand.heal();
        assertThat(stand.instances().alive()).isEqualTo(1);
        assertThat(machines.list()).extracting(Machine::node).containsExactly("");
        machines.end(machines.list().getFirst().id());
        assertThat(stand.instances().alive()).isZero();
    }

    @Test
    void aSlowBootIsNotWaitedFor() throws Exception {
        stand.instances().begin("pending");
        Machine machine = machines.create("cloud-1", SCRIPT);
        assertThat(machines.list()).containsExactly(machine);
    }

    @Test
    void aListingThatFailsIsNoEmptyListing() throws Exception {
        Machine machine = machines.create("cloud-1", SCRIPT);
        stand.fail("DescribeInstances", 503, "RequestLimitExceeded");
        assertThatExceptionOfType(MachineException.class)
                .isThrownBy(() -> machines.list())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.THROTTLED));
        stand.heal();
        assertThat(machines.list()).containsExactly(machine);
    }
}
