package org.proteus.coordinator.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The queue inside a job in which a task waits; workers look only into lanes that suit them, so
 * tasks that nobody can run cost nothing.
 */
public final class Lane {

    /** Any worker may take it: its type is not known yet. */
    public static final String OPEN = "";

    /** The first text in order that is not empty. */
    static final String FIRST_AFTER_OPEN = "\u0001";

    /** Only its temporary object must be published. */
    public static final String PUBLISH = "^";

    private static final String ALONE = "!";

    private Lane() {}

    /** Returns the lane of tasks that need these programs, separated by spaces. */
    public static String of(boolean alone, String needs) {
        return alone ? ALONE + needs : needs;
    }

    /** Whether tasks of a lane run alone in their worker. */
    public static boolean alone(String lane) {
        return lane.startsWith(ALONE);
    }

    /** Returns the programs that a worker must offer for this lane. */
    public static List<String> programs(String lane) {
        String needs = alone(lane) ? lane.substring(ALONE.length()) : lane;
        return needs.isEmpty() || needs.equals(PUBLISH) ? List.of() : List.of(needs.split(" "));
    }

    /** Whether a worker that offers these programs may look into a lane. */
    public static boolean suits(String lane, Set<String> offered) {
        return offered.containsAll(programs(lane));
    }

    /** Returns the text form of a set of programs. */
    public static String needs(Collection<String> programs) {
        return String.join(" ", new TreeSet<>(programs));
    }
}
