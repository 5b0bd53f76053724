package org.proteus.coordinator.pool.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.pool.machine.Machine;
import org.proteus.coordinator.store.NodePhase;

/** What every pool of machines must do besides; a subclass brings the provider. */
public abstract class MachinePoolContract extends WorkerPoolContract {

    private static final Duration LONG = Duration.ofMinutes(2);

    /** Opens the provider for an installation and a pool. */
    protected abstract MachineSite machines() throws IOException;

    @Override
    protected WorkerSite site() throws IOException {
        return machines();
    }

    @Test
    void endsMachinesThatNoRowKnows() throws IOException {
        try (MachineSite site = machines();
                WorkerPool pool = site.open(3)) {
            pool.resize(1);
            await().atMost(LONG).until(() -> site.alive().size() == 1);
            Set<String> own = site.alive();
            Machine orphan = site.provider().makeReally(MachineSite.POOL + "-orphan");
            await().atMost(LONG).until(() -> !site.provider().really().contains(orphan));
            assertThat(site.alive()).isEqualTo(own);
            close(site, pool);
        }
    }

    @Test
    void findsAMachineWhoseProviderDidNotAnswer() throws IOException {
        try (MachineSite site = machines();
                WorkerPool pool = site.open(3)) {
            site.provider().makeHalf();
            pool.resize(1);
            await().atMost(LONG).until(() -> site.provider().made() > 0);
            await().atMost(LONG).until(() -> !pool.note().isEmpty());
            site.accept();
            await().atMost(LONG).until(() -> pool.size() == 1 && site.alive().size() == 1);
            await().atMost(LONG).until(() -> site.nodes().of(MachineSite.POOL).size() == 1);
            close(site, pool);
        }
    }

    @Test
    void anOrderThatWasCutOffIsAdopted() throws IOException {
        try (MachineSite site = machines()) {
            String node = site.nodes().order(MachineSite.POOL, Duration.ofHours(1)).node();
            Machine machine = site.provider().makeReally(node);
            String lost = site.nodes().order(MachineSite.POOL, Duration.ofHours(1)).node();
            try (WorkerPool pool = site.open(3)) {
                await().atMost(LONG).until(() -> site.nodes().of(MachineSite.POOL).size() == 1);
                assertThat(site.nodes().of(MachineSite.POOL).getFirst().machine())
                        .hasValue(machine.id());
                assertThat(site.alive()).containsExactly(node).doesNotContain(lost);
                close(site, pool);
            }
        }
    }

    @Test
    void aNodeThatWasEndingWhenAllStoppedIsEnded() throws IOException {
        try (MachineSite site = machines()) {
            String node = site.nodes().order(MachineSite.POOL, Duration.ofHours(1)).node();
            site.nodes().machine(node, site.provider().makeReally(node).id());
            site.nodes().lead(node, NodePhase.ORDERED, NodePhase.ENDING);
            try (WorkerPool pool = site.open(3)) {
                await().atMost(LONG).until(() -> site.alive().isEmpty());
                await().atMost(LONG).until(() -> site.nodes().of(MachineSite.POOL).isEmpty());
                assertThat(pool.size()).isZero();
            }
        }
    }

    @Test
    void aListingThatLeavesOutLivingMachinesEndsNone() throws IOException {
        try (MachineSite site = machines();
                WorkerPool pool = site.open(3)) {
            pool.resize(2);
            await().atMost(LONG).until(() -> joined(site) == 2);
            Set<String> before = site.alive();
            site.provider().listingsLie(real -> List.of());
            await().during(Duration.ofSeconds(4))
                    .atMost(LONG)
                    .until(() -> site.alive().equals(before) && pool.size() == 2);
            site.provider().listingsLie(real -> real);
            close(site, pool);
        }
    }

    @Test
    void aMachineThatNeverJoinsIsReplaced() throws IOException {
        try (MachineSite site = machines();
                WorkerPool pool = site.open(3, Duration.ofSeconds(3), Duration.ZERO)) {
            site.join(false);
            pool.resize(1);
            await().atMost(LONG).until(() -> site.alive().size() == 1);
            Set<String> first = site.alive();
            await().atMost(LONG).until(() -> pool.note().contains("did not join"));
            site.join(true);
            await().atMost(LONG).until(() -> joined(site) == 1);
            await().atMost(LONG).until(() -> !site.alive().equals(first));
            await().atMost(LONG).until(() -> site.alive().size() == 1);
            close(site, pool);
        }
    }

    @Test
    void aMachineThatSaysWhyItIsOfNoUseIsReplaced() throws IOException {
        try (MachineSite site = machines();
                WorkerPool pool = site.open(3, Duration.ofHours(1), Duration.ZERO)) {
            site.join(false);
            pool.resize(1);
            await().atMost(LONG).until(() -> site.provider().made() == 1);
            String first = site.nodes().of(MachineSite.POOL).getFirst().id();
            site.nodes().bootFailed(first, site.provider().token(first), "E: no\nsuch package");
            await().atMost(LONG).until(() -> site.provider().made() == 2);
            assertThat(site.nodes().of(MachineSite.POOL))
                    .filteredOn(row -> row.id().equals(first))
                    .allMatch(row -> row.phase() == NodePhase.ENDING);
            assertThat(pool.note()).contains("E: no such package");
            await().atMost(LONG).until(() -> !site.alive().contains(first));
            site.join(true);
            await().atMost(LONG).until(() -> joined(site) == 1);
            await().atMost(LONG).until(() -> pool.note().isEmpty());
            close(site, pool);
        }
    }

    @Test
    void timeThatIsPaidForIsUsedUp() throws IOException {
        try (MachineSite site = machines();
                WorkerPool pool = site.open(3, Duration.ofMinutes(5), Duration.ofHours(1))) {
            pool.resize(1);
            await().atMost(LONG).until(() -> joined(site) == 1);
            pool.resize(0);
            await().during(Duration.ofSeconds(3))
                    .atMost(LONG)
                    .until(() -> site.alive().size() == 1 && joined(site) == 1);
            close(site, pool);
        }
    }

    @Test
    void theWorkersOfACoordinatorOffDutyAreLeftAlone() throws IOException {
        try (MachineSite site = machines()) {
            WorkerPool first = site.open(3);
            first.resize(2);
            await().atMost(LONG).until(() -> joined(site) == 2);
            WorkerPool second = site.reopen(first, 3);
            assertThat(site.alive()).hasSize(2);
            second.resize(2);
            assertThat(second.size()).isEqualTo(2);
            close(site, second);
        }
    }

    private static long joined(MachineSite site) {
        return site.nodes().of(MachineSite.POOL).stream()
                .filter(row -> row.phase() == NodePhase.JOINED)
                .count();
    }

    private static void close(MachineSite site, WorkerPool pool) {
        pool.close();
        assertThat(site.provider().really()).isEmpty();
        assertThat(site.nodes().of(MachineSite.POOL)).isEmpty();
    }
}
