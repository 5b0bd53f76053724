package org.proteus.graph.server.soap;

import java.util.List;
import java.util.Map;
import org.proteus.foundation.server.soap.XmlText;
import org.proteus.graph.QueryResult;
import org.proteus.graph.server.soap.contract.QueryRow;
import org.proteus.graph.server.soap.contract.QueryRows;
import org.proteus.graph.server.soap.contract.QueryValue;

/** Answers to queries in the words of the contract. */
final class SoapRows {

    private SoapRows() {}

    static QueryRows of(QueryResult result) {
        QueryRows rows = new QueryRows();
        rows.setKind(result.kind().name());
        for (Map<String, List<String>> found : result.rows()) {
            QueryRow row = new QueryRow();
            found.forEach((field, values) ->
                    values.forEach(value -> row.getValue().add(value(field, value))));
            rows.getRow().add(row);
        }
        return rows;
    }

    private static QueryValue value(String field, String text) {
        QueryValue value = new QueryValue();
        value.setField(field);
        value.setValue(XmlText.of(text));
        return value;
    }
}
