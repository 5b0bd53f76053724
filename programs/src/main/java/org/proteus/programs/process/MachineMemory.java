package org.proteus.programs.process;

import java.util.OptionalLong;

/** The memory of this machine, or of the container that this process is in. Thread-safe. */
public final class MachineMemory {

    private static final String CONTAINER_LIMIT = "/sys/fs/cgroup/memory.max";

    private MachineMemory() {}

    /** Returns all there is, in bytes; {@link Long#MAX_VALUE} when the system does not tell. */
    public static long total() {
        long machine = entry("MemTotal:").orElse(Long.MAX_VALUE);
        String limit = ProcFiles.read(CONTAINER_LIMIT).strip();
        return limit.matches("\\d{1,18}") ? Math.min(machine, Long.parseLong(limit)) : machine;
    }

    /** Returns what can be had now without swapping, in bytes; as {@link #total()}. */
    public static long available() {
        return entry("MemAvailable:").orElse(Long.MAX_VALUE);
    }

    private static OptionalLong entry(String name) {
        return ProcFiles.read("/proc/meminfo")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> ProcFiles.kilobytes(line) * 1024)
                .findFirst();
    }
}
