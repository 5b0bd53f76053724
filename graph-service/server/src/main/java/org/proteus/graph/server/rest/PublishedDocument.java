package org.proteus.graph.server.rest;

import java.io.IOException;
import java.io.InputStream;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.graph.publish.Expected;

/** What a request to publish holds. */
final class PublishedDocument {

    private PublishedDocument() {}

    /**
     * Reads a document up to the size that one may have.
     *
     * @throws ProteusException with {@code TOO_LARGE} beyond it, with {@code BAD_REQUEST} if it is
     *     of another program than the address
     */
    static Bytes read(InputStream body, String id) throws IOException {
        byte[] bytes = body.readNBytes(ProgramDocuments.LONGEST + 1);
        if (bytes.length > ProgramDocuments.LONGEST) {
            throw new ProteusException(
                    ErrorCode.TOO_LARGE,
                    "the program document is larger than 1MB",
                    "Split it into several programs");
        }
        String found = ProgramDocuments.parse(bytes, id).id();
        if (!found.equals(id)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the document is of program '" + found + "', the address of another",
                    "Send it to /api/v1/programs/" + found);
        }
        return Bytes.of(bytes);
    }

    /**
     * Understands what the client believes to be published now; headers that are absent are null.
     */
    static Expected expected(String ifMatch, String ifNoneMatch) {
        if (ifNoneMatch != null) {
            if (!ifNoneMatch.strip().equals("*") || ifMatch != null) {
                throw new ProteusException(
                        ErrorCode.BAD_REQUEST,
                        "If-None-Match can only be *, and without If-Match",
                        "Send If-None-Match: * for a program that must be new");
            }
            return new Expected.Nothing();
        }
        if (ifMatch == null) {
            return new Expected.Anything();
        }
        String tag = ifMatch.strip();
        if (tag.length() < 3 || !tag.startsWith("\"") || tag.indexOf('"', 1) != tag.length() - 1) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "If-Match is not one version in quotes",
                    "Send If-Match: \"1.0\" with the version that you have seen");
        }
        return new Expected.Version(tag.substring(1, tag.length() - 1));
    }
}
