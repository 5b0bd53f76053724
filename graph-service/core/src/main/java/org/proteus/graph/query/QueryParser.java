package org.proteus.graph.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.QueryKind;
import org.proteus.graph.query.Token.Kind;

/** Understands the text of a query: NOT binds closer than AND, AND closer than OR. */
final class QueryParser {

    private static final int LONGEST = 4000;
    private static final int DEEPEST = 32;
    private static final int MOST_TERMS = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int terms;

    private QueryParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static ProgramQuery parse(String text) {
        if (text.length() > LONGEST) {
            throw QueryProblems.tooMuch("it is longer than " + LONGEST + " characters");
        }
        return new QueryParser(Tokens.of(text)).query();
    }

    private ProgramQuery query() {
        if (!take("GET")) {
            throw expected("expected GET");
        }
        QueryKind kind =
                Stream.of(QueryKind.values())
                        .filter(known -> take(known.name()))
                        .findFirst()
                        .orElseThrow(
                                () -> expected("expected " + names(QueryKind.values(), " or ")));
        List<QueryField> fields = fields();
        Optional<Condition> where = take("WHERE") ? Optional.of(or()) : Optional.empty();
        if (next().kind() != Kind.END) {
            throw expected(
                    where.isPresent()
                            ? "expected AND, OR or the end"
                            : "expected WHERE or the end");
        }
        return new ProgramQuery(kind, fields, where);
    }

    private List<QueryField> fields() {
        List<QueryField> fields = new ArrayList<>();
        if (take("*") || next().is("WHERE") || next().kind() == Kind.END) {
            return fields;
        }
        do {
            fields.add(field());
            if (fields.size() > MOST_TERMS) {
                throw QueryProblems.tooMuch("it names more than " + MOST_TERMS + " fields");
            }
        } while (take(","));
        return fields;
    }

    private Condition or() {
        return joined("OR", this::and, Condition.Or::new);
    }

    private Condition and() {
        return joined("AND", this::not, Condition.And::new);
    }

    private Condition joined(
            String word, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
        List<Condition> parts = new ArrayList<>(List.of(part.get()));
        while (take(word)) {
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
    }

    private Condition not() {
        return take("NOT") ? new Condition.Not(deeper(this::not)) : primary();
    }

    private Condition primary() {
        if (!take("(")) {
            return comparison();
        }
        Condition inner = deeper(this::or);
        if (!take(")")) {
            throw expected("expected AND, OR or )");
        }
        return inner;
    }

    private Condition deeper(Supplier<Condition> inner) {
        if (++depth > DEEPEST) {
            throw QueryProblems.tooMuch("it is nested deeper than " + DEEPEST);
        }
        Condition condition = inner.get();
        depth--;
        return condition;
    }

    private Condition comparison() {
        if (++terms > MOST_TERMS) {
            throw QueryProblems.tooMuch("it compares more than " + MOST_TERMS + " times");
        }
        QueryField field = field();
        Condition.Operator operator =
                Stream.of(Condition.Operator.values())
                        .filter(known -> take(known.text()))
                        .findFirst()
                        .orElseThrow(() -> expected("expected =, != or LIKE"));
        if (next().kind() != Kind.STRING) {
            throw expected("expected a string in quotes");
        }
        return new Condition.Comparison(field, operator, tokens.get(at++).text());
    }

    private QueryField field() {
        QueryField field =
                Optional.of(next())
                        .filter(token -> token.kind() == Kind.WORD)
                        .flatMap(token -> QueryField.named(token.text()))
                        .orElseThrow(
                                () -> expected("expected a field (" + QueryField.names() + ")"));
        at++;
        return field;
    }

    private Token next() {
        return tokens.get(at);
    }

    private boolean take(String keyword) {
        boolean there = next().is(keyword);
        at += there ? 1 : 0;
        return there;
    }

    private ProteusException expected(String what) {
        return QueryProblems.at(next().position(), what, next().shown());
    }

    private static String names(Enum<?>[] values, String between) {
        return String.join(between, Arrays.stream(values).map(Enum::name).toList());
    }
}
