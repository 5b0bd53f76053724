package org.proteus.programs.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Reads the images of a file one after the other, so that only one is in memory. */
final class ImageFrames {

    /** 400 MB of pixels in memory; a page of A3 at 600 dpi has 70 million. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final int MOST_FRAMES = 2_000;

    /** Takes an image. */
    @FunctionalInterface
    interface Taker {
        /** Takes image number {@code done} of {@code total}, counted from 1. */
        void take(BufferedImage image, int done, int total) throws IOException;
    }

    private ImageFrames() {}

    /** Hands every image of the file over; the reader is chosen by the type, not by the content. */
    static void forEach(Path file, ContentType type, Taker taker) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            throw new IOException("no reader for " + type.mediaType());
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input);
            int total = reader.getNumImages(true);
            requireAtMost(total, MOST_FRAMES, "images in the file");
            for (int i = 0; i < total; i++) {
                long pixels = (long) reader.getWidth(i) * reader.getHeight(i);
                requireAtMost(pixels, MOST_PIXELS, "pixels in an image");
                taker.take(reader.read(i), i + 1, total);
            }
        } catch (IIOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw BrokenImage.because(e);
        } finally {
            reader.dispose();
        }
    }

    private static void requireAtMost(long found, long most, String what) {
        if (found > most) {
            throw new ProteusException(
                    ErrorCode.LIMIT_EXCEEDED,
                    String.format(Locale.ROOT, "%d %s, at most %d are taken", found, what, most),
                    "make the image smaller first");
        }
    }
}
