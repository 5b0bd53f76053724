package org.proteus.graph;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.proteus.foundation.model.program.TransformationProgram;

/** The programs of a registry at one moment, what can be done with them, and answers given. */
final class Snapshot {

    /** Enough for every pair of types in use; a flood of odd questions starts over. */
    private static final int MOST_ANSWERS = 10_000;

    private final List<TransformationProgram> programs;
    private final PlanGraph graph;
    private final Map<GraphPlanner.Key, PlanAnswer> answers = new ConcurrentHashMap<>();

    Snapshot(List<TransformationProgram> programs) {
        this.programs = List.copyOf(programs);
        this.graph = new PlanGraph(this.programs);
    }

    List<TransformationProgram> programs() {
        return programs;
    }

    PlanGraph graph() {
        return graph;
    }

    /** Returns the answer given before, or asks for it and remembers it. */
    PlanAnswer answer(GraphPlanner.Key key, Supplier<PlanAnswer> asked) {
        PlanAnswer known = answers.get(key);
        if (known != null) {
            return known;
        }
        PlanAnswer answer = asked.get();
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        answers.put(key, answer);
        return answer;
    }
}
