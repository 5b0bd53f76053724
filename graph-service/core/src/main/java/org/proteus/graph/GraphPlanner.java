package org.proteus.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.TransformationProgram;

/**
 * Plans over the programs of a registry. Every question is answered on one snapshot of the
 * registry, so programs may come and go while others plan.
 */
public final class GraphPlanner implements Planner {

    private final ProgramRegistry registry;

    /** Plans over the programs that the registry has when a question is asked. */
    public GraphPlanner(ProgramRegistry registry) {
        this.registry = registry;
    }

    @Override
    public PlanAnswer plan(PlanQuestion question) {
        Snapshot snapshot = registry.snapshot();
        ContentType source = TypeHierarchy.canonical(question.source());
        ContentType target = TypeHierarchy.canonical(question.target());
        if (source.isRange() || target.isRange()) {
            return new PlanAnswer.Refused(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "'" + (target.isRange() ? target : source) + "' is a range of types",
                            "name one type"));
        }
        try {
            Wishes wishes = Wishes.of(target, question.options());
            return snapshot.answer(
                    new Key(snapshot, question, source, target, wishes),
                    () ->
                            new PlanAnswering(snapshot.graph(), question, source, target, wishes)
                                    .answer());
        } catch (ProteusException e) {
            return new PlanAnswer.Refused(e.problem());
        }
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        ContentType type = TypeHierarchy.canonical(source);
        return type.isRange()
                ? List.of()
                : new Search(
                                registry.snapshot().graph(),
                                type,
                                Map.of(),
                                Wishes.NONE,
                                _ -> false,
                                _ -> true)
                        .reachable();
    }

    /** All that an answer depends on, given a snapshot. */
    record Key(
            ContentType source,
            Wishes wishes,
            ContentType target,
            Map<String, String> attributes,
            Set<?> avoid,
            Set<String> notRunnable,
            int alternatives) {

        Key(
                Snapshot snapshot,
                PlanQuestion question,
                ContentType source,
                ContentType target,
                Wishes wishes) {
            this(
                    source,
                    wishes,
                    target,
                    telling(snapshot, question, wishes),
                    Set.copyOf(question.avoid()),
                    snapshot.programs().stream()
                            .filter(question.runnable().negate())
                            .map(TransformationProgram::id)
                            .collect(Collectors.toUnmodifiableSet()),
                    question.alternatives());
        }

        /** Leaves out the attributes that can make no difference, which differ for each object. */
        private static Map<String, String> telling(
                Snapshot snapshot, PlanQuestion question, Wishes wishes) {
            TreeMap<String, String> telling = new TreeMap<>();
            question.attributes()
                    .forEach((name, value) -> {
                        String folded = Link.fold(name);
                        if (snapshot.graph().telling().contains(folded)
                                || wishes.named(folded).isPresent()) {
                            telling.put(folded, value);
                        }
                    });
            return telling;
        }
    }
}
