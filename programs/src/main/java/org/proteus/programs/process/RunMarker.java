package org.proteus.programs.process;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;

/**
 * A variable in the environment of a run. Whatever a process does to leave its family (fork twice,
 * a session of its own), its children are found by it.
 *
 * @param value value of the variable: who started the run, and random characters
 */
record RunMarker(String value) {

    static final String VARIABLE = "PROTEUS_RUN";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OWNER = owner();

    static RunMarker create() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return new RunMarker(OWNER + HexFormat.of().formatHex(bytes));
    }

    /** Returns how the markers of this JVM begin: its process id and start time. */
    static String owner() {
        long self = ProcessHandle.current().pid();
        return self + "-" + ProcFiles.startTime(self).orElse("0") + "-";
    }

    boolean isOn(long process) {
        String environment = ProcFiles.environment(process);
        // While a process becomes another program (exec) it has none for a moment.
        for (int i = 0; i < 5 && environment.isEmpty() && isAlive(process); i++) {
            LockSupport.parkNanos(200_000);
            environment = ProcFiles.environment(process);
        }
        return ("\0" + environment).contains("\0" + VARIABLE + "=" + value + "\0");
    }

    private static boolean isAlive(long process) {
        return ProcFiles.session(process).isPresent();
    }
}
