package org.proteus.cli.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.proteus.foundation.net.WireJson;

/**
 * How a command ended.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Outcome(int exit, String out, String err) {

    /** Returns standard output, which must be exactly one JSON document. */
    JsonNode json() {
        try (var parser = WireJson.mapper().createParser(out)) {
            JsonNode document = parser.readValueAsTree();
            if (parser.nextToken() != null) {
                throw new AssertionError("more than one JSON document: " + out);
            }
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + out + err, e);
        }
    }

    /** Returns everything that it wrote. */
    String all() {
        return out + err;
    }
}
