package org.proteus.programs.image;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.IOException;
import java.nio.file.Path;

/** How a camera was held, as the EXIF data of a JPEG say. */
final class Orientation {

    private Orientation() {}

    /** Returns by how many degrees clockwise the image must be turned; mirrored ones count as 0. */
    static int degrees(Path jpeg) throws IOException {
        try {
            ExifIFD0Directory exif =
                    JpegMetadataReader.readMetadata(jpeg.toFile())
                            .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer value =
                    exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return switch (value == null ? 1 : value) {
                case 3 -> 180;
                case 6 -> 90;
                case 8 -> 270;
                default -> 0;
            };
        } catch (ImageProcessingException e) {
            return 0;
        }
    }
}
