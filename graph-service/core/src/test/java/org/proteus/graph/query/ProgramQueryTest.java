package org.proteus.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.query.Condition.And;
import org.proteus.graph.query.Condition.Comparison;
import org.proteus.graph.query.Condition.Operator;
import org.proteus.graph.query.Condition.Or;

class ProgramQueryTest {

    private static final Condition A = comparison("a");
    private static final Condition B = comparison("b");
    private static final Condition C = comparison("c");

    @Test
    void andBindsCloserThanOr() {
        assertThat(where("unitId = 'a' OR unitId = 'b' AND unitId = 'c'"))
                .isEqualTo(new Or(List.of(A, new And(List.of(B, C)))));
        assertThat(where("(unitId = 'a' or unitId = 'b') and unitId = 'c'"))
                .isEqualTo(new And(List.of(new Or(List.of(A, B)), C)));
        assertThat(where("NOT unitId='a' AND unitId=\"b\""))
                .isEqualTo(new And(List.of(new Condition.Not(A), B)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                           | 1  | expected GET, found the end
                    SELECT                                       | 1  | expected GET, found 'SELECT'
                    GET                                          | 4  | expected TRANSFORMATIONPROGRAM or
                    GET TRANSFORMATION                           | 5  | found 'TRANSFORMATION'
                    get transformationunit colour                | 24 | expected a field (programId,
                    GET TRANSFORMATIONUNIT unitId,               | 31 | expected a field
                    GET TRANSFORMATIONUNIT unitId unitId         | 31 | expected WHERE or the end
                    GET TRANSFORMATIONUNIT WHERE                 | 29 | expected a field
                    GET TRANSFORMATIONUNIT WHERE unitId          | 36 | expected =, != or LIKE
                    GET TRANSFORMATIONUNIT WHERE unitId = a      | 39 | expected a string in quotes
                    GET TRANSFORMATIONUNIT WHERE unitId = "a     | 39 | expected a closing quote
                    GET TRANSFORMATIONUNIT WHERE (unitId = "a"   | 43 | expected AND, OR or )
                    GET TRANSFORMATIONUNIT WHERE unitId = "a")   | 42 | expected AND, OR or the end
                    GET TRANSFORMATIONUNIT WHERE unitId < "a"    | 37 | expected a word, a string
                    GET TRANSFORMATIONUNIT WHERE AND             | 30 | expected a field
                    """)
    void anErrorNamesThePositionAndWhatWasExpected(String query, int position, String words) {
        assertThatThrownBy(() -> ProgramQuery.parse(query))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST);
                            assertThat(e.problem().message())
                                    .startsWith("query, position " + position + ": ")
                                    .contains(words);
                        });
    }

    @Test
    void whatIsTooMuchIsRefusedAtOnce() {
        String start = "GET TRANSFORMATIONUNIT WHERE ";
        String term = "unitId=''";
        List<String> hostile =
                List.of(
                        start + "(".repeat(3900),
                        start + "NOT ".repeat(900),
                        start + "(".repeat(33) + term + ")".repeat(33),
                        start + (term + " OR ").repeat(100) + term,
                        start + "unitId LIKE '" + "*".repeat(501) + "'",
                        "GET TRANSFORMATIONUNIT " + "loss,".repeat(101) + "loss",
                        "x".repeat(10_000_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () ->
                        hostile.forEach(query ->
                                assertThatThrownBy(() -> ProgramQuery.parse(query))
                                        .isInstanceOf(ProteusException.class)));
        assertThat(ProgramQuery.parse(start + "(".repeat(32) + term + ")".repeat(32)).where())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "*,anything,true",
        "*,'',true",
        "'','',true",
        "'',a,false",
        "a?c,abc,true",
        "a?c,ac,false",
        "IMAGE/*,image/png,true",
        "*/png,image/png,true",
        "*a*b*,xxaxxbxx,true",
        "*a*b*,xxbxxaxx,false",
        "**??,ab,true",
        "**??,a,false"
    })
    void starsAndQuestionMarksStandForText(String pattern, String text, boolean matches) {
        assertThat(new Wildcards(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void aPatternThatMakesBacktrackersHangTakesNoTime() {
        Wildcards pattern = new Wildcards("*a".repeat(250));
        String text = "a".repeat(249) + "b".repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(pattern.matches(text)).isFalse());
    }

    private static Condition where(String condition) {
        return ProgramQuery.parse("GET TRANSFORMATIONUNIT WHERE " + condition)
                .where()
                .orElseThrow();
    }

    private static Condition comparison(String value) {
        return new Comparison(QueryField.UNIT_ID, Operator.EQUAL, value);
    }
}
