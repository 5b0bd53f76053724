package org.proteus.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.StringLength;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.QueryKind;
import org.proteus.graph.publish.contract.TestDocument;
import org.proteus.graph.query.Condition.And;
import org.proteus.graph.query.Condition.Comparison;
import org.proteus.graph.query.Condition.Not;
import org.proteus.graph.query.Condition.Operator;
import org.proteus.graph.query.Condition.Or;

class ProgramQueryProperties {

    private static final ProgramRegistry REGISTRY =
            new ProgramRegistry(
                    List.of(
                            program(TestDocument.of("magick", "1", "image/png", "image/gif")),
                            program(TestDocument.of("pdf", "2", "application/pdf", "image/png")),
                            program(
                                    TestDocument.composite(
                                            "both", "1", "image/png image/gif", "magick/u"))));

    @Property
    void whatIsPrintedIsParsedBack(@ForAll("queries") ProgramQuery query) {
        assertThat(ProgramQuery.parse(query.print())).isEqualTo(query);
    }

    @Property
    void theAnswerIsThatOfAPlainReading(@ForAll("conditions") Condition condition) {
        ProgramQuery query =
                new ProgramQuery(
                        QueryKind.TRANSFORMATIONUNIT,
                        List.of(QueryField.values()),
                        java.util.Optional.of(condition));
        List<Map<String, List<String>>> all =
                ProgramQuery.parse("GET TRANSFORMATIONUNIT").run(REGISTRY).rows();
        assertThat(query.run(REGISTRY).rows())
                .isEqualTo(all.stream().filter(row -> isTrue(condition, row)).toList());
    }

    @Property
    void aPatternMatchesAsItDoesByHand(
            @ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(new Wildcards(pattern).matches(text)).isEqualTo(matches(pattern, text));
    }

    @Property
    void anyTextIsAQueryOrRefused(@ForAll @StringLength(max = 200) String text) {
        isAQueryOrRefused(text);
    }

    @Property(tries = 2000)
    void anyHeapOfWordsIsAQueryOrRefused(@ForAll("heaps") List<String> words) {
        isAQueryOrRefused("GET TRANSFORMATIONUNIT " + String.join(" ", words));
    }

    private static void isAQueryOrRefused(String text) {
        try {
            ProgramQuery query = ProgramQuery.parse(text);
            assertThat(ProgramQuery.parse(query.print())).isEqualTo(query);
        } catch (ProteusException refused) {
            assertThat(refused.problem().message()).startsWith("query");
        }
    }

    /** Says what a condition means, as plainly as can be. */
    private static boolean isTrue(Condition condition, Map<String, List<String>> row) {
        return switch (condition) {
            case And(List<Condition> parts) -> parts.stream().allMatch(p -> isTrue(p, row));
            case Or(List<Condition> parts) -> parts.stream().anyMatch(p -> isTrue(p, row));
            case Not(Condition part) -> !isTrue(part, row);
            case Comparison(QueryField field, Operator operator, String value) -> {
                List<String> values = row.get(field.text());
                yield switch (operator) {
                    case EQUAL -> values.stream().anyMatch(value::equalsIgnoreCase);
                    case UNEQUAL -> values.stream().noneMatch(value::equalsIgnoreCase);
                    case LIKE -> values.stream().anyMatch(v -> matches(value, v));
                };
            }
        };
    }

    private static boolean matches(String pattern, String text) {
        String p = pattern.toLowerCase(Locale.ROOT);
        String t = text.toLowerCase(Locale.ROOT);
        if (p.isEmpty()) {
            return t.isEmpty();
        }
        if (p.charAt(0) == '*') {
            return matches(p.substring(1), t) || (!t.isEmpty() && matches(p, t.substring(1)));
        }
        return !t.isEmpty()
                && (p.charAt(0) == '?' || p.charAt(0) == t.charAt(0))
                && matches(p.substring(1), t.substring(1));
    }

    @Provide
    Arbitrary<ProgramQuery> queries() {
        return Combinators.combine(
                        Arbitraries.of(QueryKind.class),
                        Arbitraries.of(QueryField.class).list().ofMaxSize(3),
                        conditions().optional())
                .as(ProgramQuery::new);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return conditions(3);
    }

    private static Arbitrary<Condition> conditions(int deepest) {
        if (deepest == 0) {
            return comparisons();
        }
        Arbitrary<Condition> part = conditions(deepest - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, comparisons()),
                Tuple.of(1, part.list().ofMinSize(2).ofMaxSize(3).map(And::new)),
                Tuple.of(1, part.list().ofMinSize(2).ofMaxSize(3).map(Or::new)),
                Tuple.of(1, part.map(Not::new)));
    }

    private static Arbitrary<Condition> comparisons() {
        Arbitrary<String> values =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "magick", "PDF", "image/*", "image/png", "*/gif", "?", "true", "u"),
                        Arbitraries.strings().withChars("a\"'*? ü").ofMaxLength(6));
        return Combinators.combine(
                        Arbitraries.of(QueryField.class), Arbitraries.of(Operator.class), values)
                .as(Comparison::new);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab*?").ofMaxLength(9);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abAB").ofMaxLength(9);
    }

    @Provide
    Arbitrary<List<String>> heaps() {
        return Arbitraries.of(
                        "WHERE", "unitId", "loss", "=", "!=", "LIKE", "'a'", "\"*b\"", "AND", "OR",
                        "NOT", "(", ")", ",", "*", "x")
                .list()
                .ofMaxSize(12);
    }

    private static org.proteus.foundation.model.program.TransformationProgram program(
            Bytes document) {
        return ProgramDocuments.parse(document.array(), "test.xml");
    }
}
