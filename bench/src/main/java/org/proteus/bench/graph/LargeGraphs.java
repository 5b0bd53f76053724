package org.proteus.bench.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.GraphPlanner;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.UnitStatistics;

/**
 * Plans on a made-up graph, beside plain Dijkstra of JGraphT on the expanded graph and beside the
 * original's way, the enumeration of all simple paths.
 *
 * <p>Arguments: {@code cold UNITS} for the first plan of a fresh JVM, {@code warm UNITS
 * [QUESTIONS]} for everything else.
 */
public final class LargeGraphs {

    private static final long SEED = 7;

    /** The enumeration takes seconds a question on small graphs and never ends on large ones. */
    private static final int ENUMERABLE = 5_000;

    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final int units;
    private final Shape shape;
    private final List<ContentType> types;
    private final List<TransformationProgram> programs;
    private final Expanded expanded;

    private LargeGraphs(int units) {
        this.units = units;
        shape = new Shape(units, SEED);
        types = shape.types();
        programs = shape.programs();
        expanded = new Expanded(types, programs);
    }

    /** Runs one mode and prints its figures. */
    public static void main(String[] args) {
        int units = Integer.parseInt(args[1]);
        LargeGraphs graphs = new LargeGraphs(units);
        switch (args[0]) {
            case "cold" -> graphs.cold();
            case "warm" -> graphs.warm(args.length > 2 ? Integer.parseInt(args[2]) : 500);
            default -> throw new IllegalArgumentException("cold or warm");
        }
    }

    private void cold() {
        GraphPlanner planner = planner(new ProgramRegistry(programs));
        List<ContentType> pair = shape.pair();
        double first = Clock.millis(() -> planner.plan(question(pair, 0)));
        double dijkstra = Clock.millis(() -> expanded.dijkstra(pair.getFirst(), pair.getLast()));
        System.out.printf(
                Locale.ROOT,
                "%d units, first plan of the JVM: %.1f ms | its first Dijkstra %.1f ms%n",
                units,
                first,
                dijkstra);
    }

    private void warm(int questions) {
        long empty = heap();
        long began = System.nanoTime();
        ProgramRegistry registry = new ProgramRegistry(programs);
        GraphPlanner planner = planner(registry);
        double build = (System.nanoTime() - began) / 1e6;
        double fill = Clock.millis(() -> new Expanded(types, programs));
        System.out.printf(
                Locale.ROOT,
                "%d units, %d types, %d expanded edges; build %.0f ms | plain graph %.0f ms%n",
                units,
                types.size(),
                expanded.edges(),
                build,
                fill);
        warmUp(planner);
        List<List<ContentType>> asked = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            asked.add(shape.pair());
        }
        plans(planner, asked, 0, "a new question");
        plans(planner, asked, 0, "the same asked again");
        plans(planner(registry), asked, 4, "k = 5, a new question");
        reachable(planner, asked.subList(0, Math.min(50, questions)));
        updates(registry, planner);
        enumeration(planner(registry), asked.subList(0, Math.min(10, questions)));
        System.out.printf("heap of registry and caches: %d MB%n", (heap() - empty) >> 20);
        if (planner.plan(question(asked.getFirst(), 0)) == null) {
            throw new IllegalStateException("no answer");
        }
    }

    /** Until the compilers are done with both; on large graphs that takes fewer questions. */
    private void warmUp(GraphPlanner planner) {
        long enough = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; i < 300 || System.nanoTime() < enough; i++) {
            List<ContentType> pair = shape.pair();
            planner.plan(question(pair, 2));
            expanded.dijkstra(pair.getFirst(), pair.getLast());
        }
    }

    private void plans(
            GraphPlanner planner, List<List<ContentType>> asked, int alternatives, String what) {
        Clock clock = new Clock(asked.size());
        for (List<ContentType> pair : asked) {
            clock.time(
                    () -> planner.plan(question(pair, alternatives)),
                    () -> expanded.dijkstra(pair.getFirst(), pair.getLast()));
        }
        clock.print(what, "Dijkstra");
    }

    private void reachable(GraphPlanner planner, List<List<ContentType>> asked) {
        Clock clock = new Clock(asked.size());
        for (List<ContentType> pair : asked) {
            clock.time(
                    () -> planner.targets(pair.getFirst()),
                    () -> expanded.reachable(pair.getFirst()));
        }
        clock.print("all reachable targets", "Dijkstra");
    }

    private void updates(ProgramRegistry registry, GraphPlanner planner) {
        Clock clock = new Clock(50);
        for (int i = 0; i < 50; i++) {
            TransformationProgram program = shape.program("new" + i, 10);
            clock.time(
                    () -> {
                        registry.publish(program);
                        return program;
                    },
                    () -> new ProgramRegistry(programs));
        }
        clock.print("publishing a program of 10 units", "building anew");
        Clock after = new Clock(50);
        for (int i = 0; i < 50; i++) {
            List<ContentType> pair = shape.pair();
            registry.publish(shape.program("new" + i, 10));
            after.time(
                    () -> planner.plan(question(pair, 0)),
                    () -> expanded.dijkstra(pair.getFirst(), pair.getLast()));
        }
        after.print("first plan after publishing", "Dijkstra");
    }

    private void enumeration(GraphPlanner planner, List<List<ContentType>> asked) {
        if (units > ENUMERABLE) {
            System.out.println("all simple paths: not tried, it does not end at this size");
            return;
        }
        Clock clock = new Clock(asked.size());
        for (List<ContentType> pair : asked) {
            clock.time(
                    () -> planner.plan(question(pair, 0)),
                    () -> expanded.enumeration(pair.getFirst(), pair.getLast()));
        }
        clock.print("a new question", "all simple paths of up to 3 edges");
    }

    private static GraphPlanner planner(ProgramRegistry registry) {
        return new GraphPlanner(registry, UnitStatistics.NONE);
    }

    private static PlanQuestion question(List<ContentType> pair, int alternatives) {
        return PlanQuestion.of(pair.getFirst(), pair.getLast()).alternatives(alternatives);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
