package org.proteus.graph.query;

import java.util.List;

/** What a unit must be like. */
public sealed interface Condition {

    /** All of them; at least two. */
    record And(List<Condition> parts) implements Condition {
        /**
         * @throws IllegalArgumentException if there are fewer than two
         */
        public And {
            parts = atLeastTwo(parts);
        }
    }

    /** One of them; at least two. */
    record Or(List<Condition> parts) implements Condition {
        /**
         * @throws IllegalArgumentException if there are fewer than two
         */
        public Or {
            parts = atLeastTwo(parts);
        }
    }

    /** Not this. */
    record Not(Condition part) implements Condition {}

    /** A value of a field is compared; of several values one is enough. */
    record Comparison(QueryField field, Operator operator, String value) implements Condition {}

    /** How values are compared, case ignored. */
    enum Operator {
        /** One of the values is that. */
        EQUAL("="),
        /** None of the values is that. */
        UNEQUAL("!="),
        /** One of the values matches a pattern with {@code *} and {@code ?}. */
        LIKE("LIKE");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        /** Returns it as it is written. */
        public String text() {
            return text;
        }
    }

    private static List<Condition> atLeastTwo(List<Condition> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("a condition of " + parts.size() + " parts");
        }
        return List.copyOf(parts);
    }
}
