package org.proteus.graph.query;

import java.util.List;
import java.util.stream.Collectors;
import org.proteus.graph.query.Condition.And;
import org.proteus.graph.query.Condition.Comparison;
import org.proteus.graph.query.Condition.Not;
import org.proteus.graph.query.Condition.Or;

/** Writes queries with the fewest parentheses that keep their meaning and shape. */
final class QueryPrinter {

    private QueryPrinter() {}

    static String print(ProgramQuery query) {
        StringBuilder text = new StringBuilder("GET ").append(query.kind().name());
        if (!query.fields().isEmpty()) {
            text.append(' ');
            text.append(
                    query.fields().stream()
                            .map(QueryField::text)
                            .collect(Collectors.joining(", ")));
        }
        query.where().ifPresent(condition -> text.append(" WHERE ").append(print(condition)));
        return text.toString();
    }

    private static String print(Condition condition) {
        return switch (condition) {
            case And(List<Condition> parts) ->
                    parts.stream()
                            .map(part -> print(part, part instanceof And || part instanceof Or))
                            .collect(Collectors.joining(" AND "));
            case Or(List<Condition> parts) ->
                    parts.stream()
                            .map(part -> print(part, part instanceof Or))
                            .collect(Collectors.joining(" OR "));
            case Not(Condition part) ->
                    "NOT " + print(part, part instanceof And || part instanceof Or);
            case Comparison(QueryField field, Condition.Operator operator, String value) ->
                    field.text()
                            + " "
                            + operator.text()
                            + " \""
                            + value.replace("\"", "\"\"")
                            + '"';
        };
    }

    private static String print(Condition condition, boolean inParentheses) {
        return inParentheses ? "(" + print(condition) + ")" : print(condition);
    }
}
