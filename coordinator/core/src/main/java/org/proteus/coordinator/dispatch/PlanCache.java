package org.proteus.coordinator.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.Planner;

/** Asks the planner, and remembers its answers until programs or workers change. Thread-safe. */
public final class PlanCache {

    private static final int REMEMBERED = 2000;

    /** Alternatives named in a plan; more than three nobody reads. */
    private static final int ALTERNATIVES = 3;

    private final Planner planner;
    private final Supplier<List<TransformationProgram>> programs;
    private final Map<Key, PlanAnswer> answers =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, PlanAnswer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Key(
            ContentType source,
            ContentType target,
            Map<String, String> attributes,
            Map<String, String> options,
            Set<UnitId> avoid,
            Set<String> runnable,
            Set<String> registry) {}

    /**
     * @param programs the registry's programs as they are now
     */
    public PlanCache(Planner planner, Supplier<List<TransformationProgram>> programs) {
        this.planner = planner;
        this.programs = programs;
    }

    /** Answers for a set of programs that can run, each as {@code program@checksum}. */
    public PlanAnswer ask(
            ContentType source,
            ContentType target,
            Map<String, String> attributes,
            Map<String, String> options,
            Set<UnitId> avoid,
            Set<String> runnable) {
        Key key = new Key(source, target, attributes, options, avoid, runnable, registry());
        synchronized (answers) {
            PlanAnswer known = answers.get(key);
            if (known != null) {
                return known;
            }
        }
        PlanAnswer answer =
                planner.plan(
                        new PlanQuestion(
                                source,
                                target,
                                attributes,
                                options,
                                avoid,
                                program -> runnable.contains(name(program)),
                                ALTERNATIVES));
        synchronized (answers) {
            answers.put(key, answer);
        }
        return answer;
    }

    private Set<String> registry() {
        return programs.get().stream()
                .map(PlanCache::name)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static String name(TransformationProgram program) {
        return program.id() + "@" + program.checksum();
    }
}
