package org.proteus.graph;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.UnitId;

/**
 * Programs and statistics as they were at one moment, and the answers given from there.
 * Thread-safe.
 */
final class Standpoint {

    /** Enough for every pair of types in use; a flood of odd questions starts over. */
    private static final int MOST_ANSWERS = 10_000;

    /**
     * All that an answer depends on, seen from here.
     *
     * @param size what its size means for costs
     * @param exceeded how many of the limits that documents declare its size exceeds
     */
    private record Key(
            PlanObject object,
            SizeClass size,
            int exceeded,
            Wishes wishes,
            ContentType target,
            PlanRules rules,
            Set<UnitId> avoid,
            RunnablePrograms runnable,
            int alternatives) {}

    private final PlanGraph graph;
    private final long edition;
    private final Map<SizeClass, PricedGraph> priced = new EnumMap<>(SizeClass.class);
    private final Map<Key, PlanAnswer> answers = new ConcurrentHashMap<>();

    Standpoint(PlanGraph graph, UnitStatistics statistics, long edition) {
        this.graph = graph;
        this.edition = edition;
        PricedGraph declared = new PricedGraph(graph, new Costs(SizeClass.SMALL, statistics));
        for (SizeClass size : SizeClass.values()) {
            priced.put(
                    size,
                    statistics.equals(UnitStatistics.NONE)
                            ? declared
                            : new PricedGraph(graph, new Costs(size, statistics)));
        }
    }

    boolean isOf(PlanGraph otherGraph, long otherEdition) {
        return graph.equals(otherGraph) && edition == otherEdition;
    }

    PricedGraph priced(SizeClass size) {
        return priced.get(size);
    }

    /** Returns the answer given before, or finds and remembers it. */
    PlanAnswer answer(
            PlanQuestion question, ContentType source, ContentType target, Wishes wishes) {
        SizeClass size = SizeClass.of(question.object().size());
        Key key =
                new Key(
                        telling(question.object(), source, wishes),
                        size,
                        graph.exceeded(question.object().size()),
                        wishes,
                        target,
                        question.goal().rules(),
                        question.avoid(),
                        question.runnable(),
                        question.alternatives());
        PlanAnswer known = answers.get(key);
        if (known != null) {
            return known;
        }
        PlanAnswer answer =
                new PlanAnswering(priced.get(size), question, source, target, wishes).answer();
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        answers.put(key, answer);
        return answer;
    }

    /** Leaves out what can make no difference and differs for each object. */
    private PlanObject telling(PlanObject object, ContentType source, Wishes wishes) {
        TreeMap<String, String> attributes = new TreeMap<>();
        object.attributes()
                .forEach((name, value) -> {
                    String folded = Link.fold(name);
                    if (graph.telling().contains(folded) || wishes.named(folded).isPresent()) {
                        attributes.put(folded, value);
                    }
                });
        return new PlanObject(source, object.partners(), PlanObject.UNKNOWN_SIZE, attributes);
    }
}
