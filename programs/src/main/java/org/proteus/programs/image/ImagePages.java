package org.proteus.programs.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import javax.imageio.IIOException;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.proteus.programs.Availability;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.option.Options;

/**
 * Puts every image of a file on a page of a PDF. A JPEG is embedded as it is and turned as its EXIF
 * data say, anything else is stored without loss. A page has its image's size at {@code dpi}.
 */
public final class ImagePages implements HostedProgram {

    private static final int DEFAULT_DPI = 96;
    private static final float POINTS_PER_INCH = 72f;

    @Override
    public Availability availability() {
        return Availability.runnable("PDFBox " + org.apache.pdfbox.util.Version.getVersion());
    }

    @Override
    public void transform(Invocation invocation, ProgressListener progress) throws IOException {
        int dpi = Options.of(invocation).integer("dpi", 18, 1200).orElse(DEFAULT_DPI);
        MemoryUsageSetting memory = MemoryUsageSetting.setupTempFileOnly();
        memory.setTempDir(invocation.scratch().toFile());
        try (PDDocument document = new PDDocument(memory.streamCache)) {
            addPages(document, invocation.input(), dpi, progress);
            document.save(invocation.output().toFile());
        }
    }

    private static void addPages(
            PDDocument document, Invocation.Input input, int dpi, ProgressListener progress)
            throws IOException {
        if (input.type().mediaType().equals("image/jpeg")) {
            try (InputStream jpeg = Files.newInputStream(input.file())) {
                PDPage page = addPage(document, JPEGFactory.createFromStream(document, jpeg), dpi);
                page.setRotation(Orientation.degrees(input.file()));
            } catch (IIOException e) {
                throw BrokenImage.because(e);
            }
        } else {
            ImageFrames.forEach(
                    input.file(),
                    input.type(),
                    (image, done, total) -> {
                        addPage(document, embedded(document, image), dpi);
                        progress.progress(done, total, "pages");
                    });
        }
    }

    private static PDImageXObject embedded(PDDocument document, BufferedImage image)
            throws IOException {
        return GrayImages.isGray(image)
                ? GrayImages.embed(document, image)
                : LosslessFactory.createFromImage(document, image);
    }

    private static PDPage addPage(PDDocument document, PDImageXObject image, int dpi)
            throws IOException {
        float width = image.getWidth() * POINTS_PER_INCH / dpi;
        float height = image.getHeight() * POINTS_PER_INCH / dpi;
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, width, height);
        }
        return page;
    }
}
