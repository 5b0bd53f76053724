package org.proteus.bench.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final List<FaultKind> ALL = List.of(FaultKind.values());
    private static final Duration LEASE = Duration.ofSeconds(6);

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(faults(7, 100)).isEqualTo(faults(7, 100)).isNotEqualTo(faults(8, 100));
    }

    @Test
    void everyKindComesOnceInEachTurn() {
        int turns = 5;
        assertThat(faults(7, turns * ALL.size()).stream().map(Fault::kind))
                .containsAll(ALL)
                .allSatisfy(kind ->
                        assertThat(faults(7, turns * ALL.size()))
                                .filteredOn(fault -> fault.kind() == kind)
                                .hasSize(turns));
    }

    @Test
    void whatStandsStillDoesSoForLongerThanALease() {
        assertThat(faults(7, 200))
                .filteredOn(fault -> fault.kind().name().startsWith("FREEZE"))
                .isNotEmpty()
                .allMatch(fault -> fault.lasts().compareTo(LEASE) >= 0);
    }

    private static List<Fault> faults(long seed, int count) {
        Schedule schedule = new Schedule(seed, ALL, LEASE);
        return Stream.generate(schedule::next).limit(count).toList();
    }
}
