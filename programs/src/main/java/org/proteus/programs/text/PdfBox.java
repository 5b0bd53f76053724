package org.proteus.programs.text;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.Availability;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.option.Options;

/**
 * PDFBox: a PDF's text, the same as HTML, a page of it as an image, or one PDF of two. What a
 * document unpacks to lies in the scratch folder, not in memory.
 */
public final class PdfBox implements HostedProgram {

    @Override
    public Availability availability() {
        return Availability.runnable("PDFBox " + org.apache.pdfbox.util.Version.getVersion());
    }

    @Override
    public void transform(Invocation invocation, ProgressListener progress) throws IOException {
        Path output = invocation.output();
        try (PDDocument document = open(invocation, invocation.input())) {
            switch (invocation.target().mediaType()) {
                case "text/plain" -> new PdfText(progress).write(document, output);
                case "text/html" -> new PdfHtml(progress).write(document, output);
                case "application/pdf" -> pair(document, invocation);
                default ->
                        PdfPicture.of(Options.of(invocation), invocation.target().subtype())
                                .draw(document, output);
            }
        }
    }

    private static void pair(PDDocument document, Invocation invocation) throws IOException {
        try (PDDocument other = open(invocation, invocation.inputs().getLast())) {
            PdfPair.of(Options.of(invocation)).write(document, other, invocation.output());
        }
    }

    private static PDDocument open(Invocation invocation, Invocation.Input input)
            throws IOException {
        MemoryUsageSetting memory = MemoryUsageSetting.setupTempFileOnly();
        memory.setTempDir(invocation.scratch().toFile());
        try {
            PDDocument document =
                    Loader.loadPDF(
                            new RandomAccessReadBufferedFile(input.file().toFile()),
                            memory.streamCache);
            return requirePages(document);
        } catch (InvalidPasswordException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.ENCRYPTED_OBJECT,
                            "the PDF is encrypted and needs a password",
                            "remove the password first, for example with qpdf --decrypt"),
                    e);
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BROKEN_OBJECT,
                            "the PDF cannot be read: " + e.getMessage(),
                            "check the object at its source"),
                    e);
        }
    }

    private static PDDocument requirePages(PDDocument document) throws IOException {
        if (document.getNumberOfPages() == 0) {
            document.close();
            throw new ProteusException(
                    ErrorCode.BROKEN_OBJECT,
                    "the PDF has no page",
                    "check the object at its source");
        }
        return document;
    }
}
