package org.proteus.programs.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.multipdf.Overlay;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.proteus.programs.option.Options;

/**
 * Makes one PDF of two: the pages of the second behind those of the first, or the first page of the
 * second under or over every page of the first.
 *
 * @param lay {@code under} or {@code over}; absent when the pages are appended
 */
record PdfPair(Optional<String> lay) {

    static PdfPair of(Options options) {
        return new PdfPair(options.choice("lay", List.of("under", "over")));
    }

    void write(PDDocument first, PDDocument second, Path file) throws IOException {
        // What could be opened without a password is not locked again.
        first.setAllSecurityToBeRemoved(true);
        if (lay.isEmpty()) {
            new PDFMergerUtility().appendDocument(first, second);
            first.save(file.toFile());
            return;
        }
        try (Overlay overlay = new Overlay()) {
            overlay.setInputPDF(first);
            overlay.setDefaultOverlayPDF(second);
            overlay.setOverlayPosition(
                    lay.get().equals("under")
                            ? Overlay.Position.BACKGROUND
                            : Overlay.Position.FOREGROUND);
            overlay.overlay(Map.of()).save(file.toFile());
        }
    }
}
