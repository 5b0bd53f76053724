package org.proteus.programs.text;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.ProgressListener;

/** Reads the text of a PDF page by page, in the order in which a person reads it. */
class PdfText extends PDFTextStripper {

    /** A thick book has two million characters. */
    private static final long MOST_CHARACTERS = 200_000_000;

    private final ProgressListener progress;
    private boolean visible;

    PdfText(ProgressListener progress) throws IOException {
        this.progress = progress;
        setSortByPosition(false);
    }

    /**
     * Writes the text of a document.
     *
     * @throws ProteusException with {@code NO_TEXT} if it has none
     */
    final void write(PDDocument pdf, Path file) throws IOException {
        try (TextOutput output = new TextOutput(file, MOST_CHARACTERS)) {
            writeText(pdf, output);
        }
        if (!visible) {
            throw new ProteusException(
                    ErrorCode.NO_TEXT,
                    "the PDF holds no text, its pages are probably pictures",
                    "ask for image/png instead, or run text recognition first");
        }
    }

    /** Returns the text as it stands in the output. */
    String encoded(String text) {
        return text;
    }

    @Override
    protected final void writeString(String text) throws IOException {
        visible |= !text.isBlank();
        super.writeString(encoded(text));
    }

    @Override
    protected final void endPage(PDPage page) {
        progress.progress(getCurrentPageNo(), document.getNumberOfPages(), "pages");
    }
}
