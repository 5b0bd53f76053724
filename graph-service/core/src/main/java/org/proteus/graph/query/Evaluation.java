package org.proteus.graph.query;

import java.util.List;
import java.util.function.Predicate;
import org.proteus.graph.query.Condition.And;
import org.proteus.graph.query.Condition.Comparison;
import org.proteus.graph.query.Condition.Not;
import org.proteus.graph.query.Condition.Or;

/** Makes a test of a condition, with its patterns prepared once. */
final class Evaluation {

    private Evaluation() {}

    static Predicate<Subject> of(Condition condition) {
        return switch (condition) {
            case And(List<Condition> parts) ->
                    parts.stream().map(Evaluation::of).reduce(Predicate::and).orElseThrow();
            case Or(List<Condition> parts) ->
                    parts.stream().map(Evaluation::of).reduce(Predicate::or).orElseThrow();
            case Not(Condition part) -> of(part).negate();
            case Comparison comparison -> of(comparison);
        };
    }

    private static Predicate<Subject> of(Comparison comparison) {
        QueryField field = comparison.field();
        return switch (comparison.operator()) {
            case EQUAL -> equal(field, comparison.value());
            case UNEQUAL -> equal(field, comparison.value()).negate();
            case LIKE -> {
                Wildcards pattern = new Wildcards(comparison.value());
                yield subject -> field.of(subject).stream().anyMatch(pattern::matches);
            }
        };
    }

    private static Predicate<Subject> equal(QueryField field, String value) {
        String wanted = Wildcards.fold(value);
        return subject ->
                field.of(subject).stream().anyMatch(v -> Wildcards.fold(v).equals(wanted));
    }
}
