package org.proteus.coordinator.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.WorkerView;

/** Kinds of pools, pools of registered workers, and pools together. */
class PoolsTest {

    private final List<WorkerView> live = new CopyOnWriteArrayList<>();

    @Test
    void twoKindsOfTheSameIdStopTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        PoolTypes.of(List.of(new RegisteredPoolType(), new RegisteredPoolType())))
                .withMessageContaining("registered")
                .withMessageContaining(RegisteredPoolType.class.getName());
    }

    @Test
    void theShippedKindsAreFound() {
        ConfiguredPool local =
                PoolTypes.load().configure("workers", "local", Map.of("type", "local"));
        assertThat(local.max()).isBetween(1, Runtime.getRuntime().availableProcessors());
        assertThat(local.grows()).isTrue();
    }

    @Test
    void memoryLimitsTheProcessesOfAMachine() {
        Map<String, String> keys = Map.of("type", "local", "memory", "900TB");
        assertThat(PoolTypes.load().configure("workers", "local", keys).max()).isEqualTo(1);
    }

    @Test
    void aNameMustFitIntoAHostName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registered("Über_all"))
                .withMessageContaining("lower-case letters");
    }

    @Test
    void registeredWorkersAreCountedAndLeftAlone() {
        WorkerPool office = open("office");
        live.addAll(List.of(worker("a", "office", false), worker("b", "office", true)));
        live.add(worker("c", "elsewhere", false));
        assertThat(office.size()).isEqualTo(1);
        office.resize(7);
        assertThat(office.capacity()).isEqualTo(1);
        office.close();
        assertThat(live).hasSize(3);
    }

    @Test
    void whatIsThereAnywayIsFilledFirst() {
        live.addAll(List.of(worker("a", "office", false), worker("b", "office", false)));
        CountingPool cheap = new CountingPool("cheap", 2);
        CountingPool dear = new CountingPool("dear", 5);
        PoolGroup group = new PoolGroup(List.of(open("office"), cheap, dear));
        assertThat(group.name()).isEqualTo("office,cheap,dear");
        assertThat(group.capacity()).isEqualTo(9);

        group.resize(5);
        assertThat(cheap.size()).isEqualTo(2);
        assertThat(dear.size()).isEqualTo(1);
        assertThat(group.size()).isEqualTo(5);

        live.removeFirst();
        group.resize(5);
        assertThat(dear.size()).isEqualTo(2);

        group.resize(1);
        assertThat(cheap.size()).isZero();
        assertThat(dear.size()).isZero();
        assertThat(group.note()).isEqualTo("cheap: empty; dear: empty");
    }

    @Test
    void theNextWorkerCostsWhatItsPoolCosts() {
        CountingPool own = new CountingPool("own", 2);
        WorkerPool cheap = priced(new CountingPool("cheap", 2), "0.1 EUR");
        WorkerPool dear = priced(new CountingPool("dear", 3), "0.5 EUR");
        PoolGroup group = new PoolGroup(List.of(own, cheap, dear));
        group.resize(5);
        assertThat(group.hourlyCost().orElseThrow().text()).isEqualTo("0.7000 EUR");
        assertThat(group.hourlyCost(2)).hasValue(new Money(0, "EUR"));
        assertThat(group.hourlyCost(4)).hasValue(new Money(0.1, "EUR"));
        assertThat(group.hourlyCost(5)).hasValue(new Money(0.5, "EUR"));
        assertThat(group.hourlyCost(8)).isEmpty();
    }

    @Test
    void withoutAnyPriceNothingIsKnownOfCosts() {
        PoolGroup group = new PoolGroup(List.of(new CountingPool("own", 2)));
        group.resize(2);
        assertThat(group.hourlyCost()).isEmpty();
        assertThat(group.hourlyCost(1)).isEmpty();
    }

    @Test
    void everyKindOfPoolMayHaveAPrice() {
        Map<String, String> keys = Map.of("type", "registered", "max", "3", "cost", "0.12 EUR");
        ConfiguredPool office = PoolTypes.load().configure("pools.office", "office", keys);
        assertThat(office.cost()).hasValue(new Money(0.12, "EUR"));
        assertThat(office.max()).isEqualTo(3);
        assertThat(office.grows()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PoolTypes.load()
                                .configure(
                                        "pools.office",
                                        "office",
                                        Map.of("type", "registered", "cost", "cheap")))
                .withMessage(
                        "pools.office.cost is 'cheap', not an amount of at least 0 such as 0.12"
                                + " EUR");
    }

    private static WorkerPool priced(WorkerPool pool, String price) {
        return new PricedPool(pool, Money.parse(price));
    }

    private WorkerPool open(String name) {
        return new RegisteredPool(name, () -> live);
    }

    private static ConfiguredPool registered(String name) {
        return PoolTypes.load().configure("pools." + name, name, Map.of("type", "registered"));
    }

    private static WorkerView worker(String id, String pool, boolean draining) {
        return new WorkerView(id, pool, "there", 1, draining, false, Instant.EPOCH, List.of());
    }

    private static final class CountingPool implements WorkerPool {

        private final String name;
        private final int capacity;
        private int size;

        CountingPool(String name, int capacity) {
            this.name = name;
            this.capacity = capacity;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public String note() {
            return size == 0 ? "empty" : "";
        }

        @Override
        public void resize(int wanted) {
            size = wanted;
        }

        @Override
        public void close() {
            size = 0;
        }
    }
}
