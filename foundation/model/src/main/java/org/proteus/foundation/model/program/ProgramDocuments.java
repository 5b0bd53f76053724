package org.proteus.foundation.model.program;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The XML form of transformation programs, described in {@code docs/program-documents.md} and by
 * {@code program.xsd} beside this class.
 *
 * <p>Documents may come from strangers: they are at most {@value #LONGEST} bytes long, have no
 * document type and are read without looking at anything outside. Whatever is wrong is refused with
 * {@link ErrorCode#BAD_PROGRAM}, naming the document, line, column and reason. Thread-safe.
 */
public final class ProgramDocuments {

    /** Most bytes of a document; the largest shipped one has some ten thousand. */
    public static final int LONGEST = 1 << 20;

    private ProgramDocuments() {}

    /** Reads the document at a URL of the class path. */
    public static TransformationProgram read(URL document) {
        String path = document.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        try (InputStream in = document.openStream()) {
            return parse(in.readNBytes(LONGEST + 1), name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Reads the document at a URL of the class path that is known to be valid, because tests check
     * it: checking takes several times as long as reading. What is found broken nevertheless is
     * refused as by {@link #read(URL)}.
     */
    public static TransformationProgram readValid(URL document) {
        try (InputStream in = document.openStream()) {
            byte[] bytes = in.readNBytes(LONGEST);
            return new ProgramReader(DocumentParser.parseValid(bytes)).program(checksum(bytes));
        } catch (IOException | SAXException | NoSuchElementException e) {
            return read(document);
        }
    }

    /** Reads the document in a file. */
    public static TransformationProgram read(Path document) {
        String name = String.valueOf(document.getFileName());
        try (InputStream in = Files.newInputStream(document)) {
            return parse(in.readNBytes(LONGEST + 1), name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Reads a document.
     *
     * @param document its bytes
     * @param name what errors call it
     */
    public static TransformationProgram parse(byte[] document, String name) {
        if (document.length > LONGEST) {
            throw refused("program document '" + name + "' is larger than 1MB", null);
        }
        try {
            DocumentNode root = DocumentParser.parse(document);
            return new ProgramReader(root).program(checksum(document));
        } catch (SAXParseException e) {
            throw refused(
                    "program document '%s', line %d, column %d: %s"
                            .formatted(
                                    name,
                                    Math.max(1, e.getLineNumber()),
                                    Math.max(1, e.getColumnNumber()),
                                    reason(e)),
                    e);
        } catch (SAXException e) {
            throw refused("program document '" + name + "': " + reason(e), e);
        } catch (IOException e) {
            throw refused(
                    "program document '"
                            + name
                            + "' is not text in the encoding it claims: "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Prints a program. Reading the text again gives an equal program, but for the checksum, which
     * is that of the new bytes in UTF-8.
     */
    public static String print(TransformationProgram program) {
        return new ProgramPrinter().print(program);
    }

    private static String checksum(byte[] document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Leaves out the name of the rule that the parser puts before its sentence. */
    private static String reason(SAXException e) {
        String message = String.valueOf(e.getMessage());
        return message.replaceFirst("^cvc-[A-Za-z0-9.-]+: ", "").strip();
    }

    private static ProteusException unreadable(String name, IOException e) {
        return refused("program document '" + name + "' cannot be read", e);
    }

    private static ProteusException refused(String message, Exception cause) {
        return new ProteusException(
                new Problem(
                        ErrorCode.BAD_PROGRAM,
                        message,
                        "correct the document; docs/program-documents.md describes its form"),
                cause);
    }
}
