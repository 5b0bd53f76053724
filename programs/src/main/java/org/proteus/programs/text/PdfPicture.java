package org.proteus.programs.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.option.Options;

/**
 * A page of a PDF as an image.
 *
 * @param page number of the page, from 1
 * @param dpi dots per inch
 * @param format name of the image format
 */
record PdfPicture(int page, int dpi, String format) {

    private static final int DEFAULT_DPI = 150;
    private static final int MOST_PAGES = 1_000_000;
    private static final float POINTS_PER_INCH = 72f;

    /** 400 MB of pixels in memory; a page of A3 at 600 dpi has 70 million. */
    private static final double MOST_PIXELS = 100_000_000;

    /** Returns the picture asked for: {@code page} (default 1) at {@code dpi} (default 150). */
    static PdfPicture of(Options options, String subtype) {
        return new PdfPicture(
                options.integer("page", 1, MOST_PAGES).orElse(1),
                options.integer("dpi", 18, 1200).orElse(DEFAULT_DPI),
                subtype);
    }

    /** Draws the page into a file. */
    void draw(PDDocument document, Path file) throws IOException {
        requirePage(document);
        requireSize(document.getPage(page - 1).getCropBox());
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage image = renderer.renderImageWithDPI(page - 1, dpi, ImageType.RGB);
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException("no writer for " + format);
        }
    }

    private void requirePage(PDDocument document) {
        if (page > document.getNumberOfPages()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the PDF has " + document.getNumberOfPages() + " pages, not " + page,
                    "ask for another 'page'");
        }
    }

    private void requireSize(PDRectangle box) {
        double scale = dpi / POINTS_PER_INCH;
        double pixels = box.getWidth() * scale * box.getHeight() * scale;
        if (pixels > MOST_PIXELS) {
            throw new ProteusException(
                    ErrorCode.LIMIT_EXCEEDED,
                    String.format(
                            Locale.ROOT,
                            "the page would have %.0f million pixels, at most %.0f are drawn",
                            pixels / 1e6,
                            MOST_PIXELS / 1e6),
                    "ask for a smaller 'dpi'");
        }
    }
}
