package org.proteus.bench.chaos.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.proteus.bench.chaos.cluster.Disk;
import org.proteus.bench.chaos.cluster.Ground;
import org.proteus.bench.chaos.cluster.Machines;
import org.proteus.bench.chaos.cluster.Member;

/**
 * Breaks things and mends them again. Whatever it breaks is whole when it returns, also when it is
 * interrupted. Faults of the same thing wait for each other. Thread-safe.
 */
final class Injector {

    /** How long to look for a program that runs, or a worker that has committed. */
    private static final Duration SEARCH = Duration.ofSeconds(20);

    private final Machines machines;
    private final Ground ground;
    private final ReentrantLock databaseTurn = new ReentrantLock(true);
    private final ReentrantLock diskTurn = new ReentrantLock(true);

    Injector(Machines machines) {
        this.machines = machines;
        this.ground = machines.ground();
    }

    /** Something that breaks or mends. */
    private interface Act {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Carries out a fault from beginning to end.
     *
     * @return what was hit; empty when there was nothing to hit
     */
    Optional<String> carryOut(Fault fault) throws IOException, InterruptedException {
        return switch (fault.kind()) {
            case KILL_CHILD -> killChild(fault);
            case KILL_WORKER -> kill(fault, machines.workers());
            case KILL_COORDINATOR -> kill(fault, machines.coordinators());
            case FREEZE_WORKER -> freeze(fault, chosen(fault, machines.workers()));
            case FREEZE_PUBLISHER -> freezePublisher(fault);
            case FREEZE_COORDINATOR -> freeze(fault, chosen(fault, machines.coordinators()));
            case CRASH_DATABASE -> crashDatabase(fault);
            case CUT_NETWORK -> cut(fault);
            case FILL_DISK -> fill(fault);
            case SLOW_SINK -> slowSink(fault);
        };
    }

    private static <T> T chosen(Fault fault, List<T> all) {
        return all.get(fault.choice() % all.size());
    }

    private Optional<String> kill(Fault fault, List<Member> members)
            throws IOException, InterruptedException {
        Member member = chosen(fault, members);
        return during(fault, member, member::kill, member::start);
    }

    private Optional<String> freeze(Fault fault, Member member)
            throws IOException, InterruptedException {
        return during(fault, member, member::freeze, member::thaw);
    }

    private Optional<String> cut(Fault fault) throws IOException, InterruptedException {
        Member member = chosen(fault, machines.members());
        return during(fault, member, () -> ground.cut(member), () -> ground.heal(member));
    }

    private static Optional<String> during(Fault fault, Member member, Act breaks, Act mends)
            throws IOException, InterruptedException {
        member.enter();
        try {
            during(fault, breaks, mends);
        } finally {
            member.leave();
        }
        return Optional.of(member.name());
    }

    private static void during(Fault fault, Act breaks, Act mends)
            throws IOException, InterruptedException {
        breaks.run();
        try {
            Thread.sleep(fault.lasts());
        } finally {
            mends.run();
        }
    }

    /** Stops one that is between commit and publication at this very moment. */
    private Optional<String> freezePublisher(Fault fault) throws IOException, InterruptedException {
        long end = System.nanoTime() + SEARCH.toNanos();
        while (System.nanoTime() < end) {
            Optional<Member> publisher = machines.publisher();
            if (publisher.isPresent()) {
                return freeze(fault, publisher.get());
            }
            Thread.sleep(5);
        }
        return Optional.empty();
    }

    private Optional<String> killChild(Fault fault) throws InterruptedException {
        long end = System.nanoTime() + SEARCH.toNanos();
        while (System.nanoTime() < end) {
            List<ProcessHandle> programs = machines.programs();
            if (!programs.isEmpty() && chosen(fault, programs).destroyForcibly()) {
                return Optional.of("a program");
            }
            Thread.sleep(5);
        }
        return Optional.empty();
    }

    private Optional<String> crashDatabase(Fault fault) throws IOException, InterruptedException {
        databaseTurn.lockInterruptibly();
        try {
            during(fault, ground.database()::crash, ground.database()::start);
        } finally {
            databaseTurn.unlock();
        }
        return Optional.of("the database");
    }

    private Optional<String> fill(Fault fault) throws IOException, InterruptedException {
        // Every other time the sinks: what fails there has already cost all its work.
        List<Disk> workers = ground.workDisks();
        boolean sink = workers.isEmpty() || fault.choice() % 2 == 0;
        Disk disk = sink ? ground.sinkDisk().orElseThrow() : chosen(fault, workers);
        diskTurn.lockInterruptibly();
        try {
            during(fault, disk::fill, disk::free);
        } finally {
            diskTurn.unlock();
        }
        return Optional.of(sink ? "the disk of the sinks" : "the disk of a worker");
    }

    private Optional<String> slowSink(Fault fault) throws IOException, InterruptedException {
        diskTurn.lockInterruptibly();
        try {
            ground.sinkDisk().orElseThrow().slow(fault.lasts().toMillis());
        } finally {
            diskTurn.unlock();
        }
        return Optional.of("the disk of the sinks");
    }
}
