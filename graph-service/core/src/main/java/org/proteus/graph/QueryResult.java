package org.proteus.graph;

import java.util.List;
import java.util.Map;

/**
 * The answer to a query.
 *
 * @param kind what the rows are
 * @param fields names of the fields of each row, in order
 * @param rows for each program or unit the values of each field, of which some have several or none
 */
public record QueryResult(
        QueryKind kind, List<String> fields, List<Map<String, List<String>>> rows) {

    public QueryResult {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }
}
