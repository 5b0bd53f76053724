package org.proteus.graph.server.rest;

import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.foundation.model.DataSize;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;

/** Reads the query parameters of plans; what is wrong with one is said with its name. */
public final class PlanValues {

    /** Query parameters that begin so are options of a transformation. */
    public static final String OPTION = "option.";

    private static final int MOST_ALTERNATIVES = 50;

    private PlanValues() {}

    /** Returns how many alternatives are wanted. */
    static int alternatives(String text) {
        if (text == null) {
            return PlanQuestion.SOME_ALTERNATIVES;
        }
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= MOST_ALTERNATIVES) {
            return Integer.parseInt(text);
        }
        throw bad("'alternatives' is out of range", "Give 0 to " + MOST_ALTERNATIVES);
    }

    /** Returns a size in bytes; {@link PlanObject#UNKNOWN_SIZE} when none was given. */
    static long size(String text) {
        try {
            if (text == null) {
                return PlanObject.UNKNOWN_SIZE;
            }
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : DataSize.parse(text).bytes();
        } catch (IllegalArgumentException notASize) {
            throw bad("'size' is not a size", "Give bytes, or a number and a unit such as 16MB");
        }
    }

    /** Returns true or false; false when nothing was given. */
    public static boolean flag(String name, String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw bad("'" + name + "' is neither true nor false", "Give true or false");
        };
    }

    /** Returns a text that must be there. */
    public static String required(String name, String text) {
        if (text == null || text.isBlank()) {
            throw bad("'" + name + "' is missing", "Give it as ?" + name + "=...");
        }
        return text;
    }

    /** Returns the options of a request by their names. */
    public static Map<String, String> options(UriInfo uri) {
        Map<String, String> options = new TreeMap<>();
        uri.getQueryParameters()
                .forEach((name, values) -> {
                    if (name.startsWith(OPTION)) {
                        options.put(name.substring(OPTION.length()), values.getFirst());
                    }
                });
        return options;
    }

    private static ProteusException bad(String what, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, "query parameter " + what, action);
    }
}
