package org.proteus.graph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.QueryKind;
import org.proteus.graph.QueryResult;

/**
 * A question on programs and their units.
 *
 * @param kind what is asked for
 * @param fields what is wanted of each; all that there is when empty
 * @param where what they must be like; anything when absent
 */
public record ProgramQuery(QueryKind kind, List<QueryField> fields, Optional<Condition> where) {

    public ProgramQuery {
        fields = List.copyOf(fields);
    }

    /**
     * Understands the text of a query.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code BAD_REQUEST} that names the
     *     position and what was expected there, or the limit that is exceeded
     */
    public static ProgramQuery parse(String text) {
        return QueryParser.parse(text);
    }

    /** Returns the text of this query; parsing it gives an equal one. */
    public String print() {
        return QueryPrinter.print(this);
    }

    /** Answers it with what a registry holds now, in its order. */
    public QueryResult run(ProgramRegistry registry) {
        List<QueryField> wanted = wanted();
        List<Map<String, List<String>>> rows = new ArrayList<>();
        Predicate<Subject> fits = where.map(Evaluation::of).orElse(_ -> true);
        for (TransformationProgram program : registry.programs()) {
            ProgramOrigin origin = registry.origin(program.id()).orElse(ProgramOrigin.PUBLISHED);
            List<Subject> subjects =
                    program.units().stream()
                            .map(unit -> new Subject(program, origin, unit))
                            .filter(fits)
                            .toList();
            if (kind == QueryKind.TRANSFORMATIONUNIT) {
                subjects.forEach(subject -> rows.add(row(wanted, List.of(subject))));
            } else if (!subjects.isEmpty()) {
                rows.add(row(wanted, subjects));
            }
        }
        return new QueryResult(kind, wanted.stream().map(QueryField::text).toList(), rows);
    }

    private List<QueryField> wanted() {
        return fields.isEmpty()
                ? Stream.of(QueryField.values())
                        .filter(field -> kind == QueryKind.TRANSFORMATIONUNIT || !field.isOfUnit())
                        .toList()
                : fields.stream().distinct().toList();
    }

    private static Map<String, List<String>> row(List<QueryField> wanted, List<Subject> subjects) {
        return wanted.stream()
                .collect(
                        Collectors.toMap(
                                QueryField::text,
                                field ->
                                        subjects.stream()
                                                .flatMap(subject -> field.of(subject).stream())
                                                .distinct()
                                                .toList(),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }
}
