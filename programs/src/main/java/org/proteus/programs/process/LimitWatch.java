package org.proteus.programs.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proteus.programs.process.LimitHit.Limit;

/**
 * Compares what a process tree does with its limits. One watch serves one run; its owner asks it
 * again and again.
 */
public final class LimitWatch {

    /**
     * Where a run writes.
     *
     * @param output its output files; they need not exist yet
     * @param scratch folders for its temporary files
     */
    public record Places(List<Path> output, List<Path> scratch) {
        public Places {
            output = List.copyOf(output);
            scratch = List.copyOf(scratch);
        }
    }

    private static final Duration BETWEEN_STRAY_HUNTS = Duration.ofSeconds(2);

    /** A tree that uses less than this part of one processor does not count as working. */
    private static final double WORKING = 0.01;

    private static final double TICKS_PER_SECOND = 100;

    private final ProcessLimits limits;
    private final ProcessTree tree;
    private final Places places;
    private final Tail tail;
    private final WorkClock clock;
    private final long started;
    private long hunted;
    private long active;
    private long measured;
    private long heard;
    private long ticks;
    private long disk;
    private long outputUse;
    private long scratchUse;
    private long peakMemory;

    LimitWatch(ProcessLimits limits, ProcessTree tree, Places places, Tail tail, WorkClock clock) {
        this.limits = limits;
        this.tree = tree;
        this.places = places;
        this.tail = tail;
        this.clock = clock;
        started = clock.nanos();
        hunted = started;
        active = started;
        measured = started;
        heard = tail.lastHeard();
    }

    /** Notes a sign of life that cannot be seen from outside. */
    public synchronized void sign() {
        active = clock.nanos();
    }

    /** Returns the first limit that is reached by now. */
    public synchronized Optional<LimitHit> check() {
        long now = clock.nanos();
        measure(now);
        if (isOver(limits.wall(), now - started)) {
            return Optional.of(new LimitHit(Limit.TIME, seconds(limits.wall())));
        }
        if (isOver(limits.idle(), now - active)) {
            return Optional.of(new LimitHit(Limit.IDLE, seconds(limits.idle())));
        }
        if (limits.memoryBytes() > 0 && peakMemory > limits.memoryBytes()) {
            return Optional.of(LimitHit.bytes(Limit.MEMORY, limits.memoryBytes()));
        }
        return diskLimit();
    }

    /** Returns whether too much was written; still true when nothing is alive any more. */
    synchronized Optional<LimitHit> checkDisk() {
        measureDisk();
        return diskLimit();
    }

    private Optional<LimitHit> diskLimit() {
        if (limits.outputBytes() > 0 && outputUse > limits.outputBytes()) {
            return Optional.of(LimitHit.bytes(Limit.OUTPUT, limits.outputBytes()));
        }
        return limits.scratchBytes() > 0 && scratchUse > limits.scratchBytes()
                ? Optional.of(LimitHit.bytes(Limit.SCRATCH, limits.scratchBytes()))
                : Optional.empty();
    }

    private void measureDisk() {
        outputUse = DiskUse.of(places.output());
        scratchUse = DiskUse.of(places.scratch());
    }

    /** Returns the most memory seen so far, in bytes. */
    public synchronized long peakMemory() {
        return peakMemory;
    }

    /** Returns the time since the watch began; time in which all was frozen does not count. */
    public Duration elapsed() {
        return Duration.ofNanos(clock.nanos() - started);
    }

    private void measure(long now) {
        if (now - hunted > BETWEEN_STRAY_HUNTS.toNanos()) {
            tree.findStrays();
            hunted = now;
        }
        long memory = 0;
        long ticksNow = 0;
        for (long process : tree.members()) {
            memory += ProcFiles.memory(process);
            ticksNow += ProcFiles.ticks(process);
        }
        peakMemory = Math.max(peakMemory, memory);
        measureDisk();
        noteActivity(now, ticksNow, outputUse + scratchUse);
    }

    private void noteActivity(long now, long ticksNow, long diskNow) {
        double used = (ticksNow - ticks) / TICKS_PER_SECOND;
        // A clock tick is coarse: look at windows that are long enough to tell 1 % from nothing.
        double window = (now - measured) / 1e9;
        if (window >= 1 || used > 0) {
            if (used > WORKING * window) {
                active = now;
            }
            measured = now;
            ticks = ticksNow;
        }
        if (diskNow != disk) {
            active = now;
            disk = diskNow;
        }
        if (tail.lastHeard() != heard) {
            active = now;
            heard = tail.lastHeard();
        }
    }

    private static boolean isOver(Duration limit, long nanos) {
        return limit.isPositive() && nanos > limit.toNanos();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
