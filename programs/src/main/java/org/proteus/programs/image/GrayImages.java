package org.proteus.programs.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Puts images of grays into documents as they are. Java takes their samples for linear light and
 * brightens whatever is made of them, though files hold them as brightness.
 */
final class GrayImages {

    private static final int BYTE = 8;
    private static final int OPAQUE = 0xFF;

    private GrayImages() {}

    /** Whether an image consists of grays, with or without opacity. */
    static boolean isGray(BufferedImage image) {
        int type = image.getRaster().getTransferType();
        return !(image.getColorModel() instanceof IndexColorModel)
                && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    }

    /** Returns a gray image without loss; one with opacity has 8 bits a sample. */
    static PDImageXObject embed(PDDocument document, BufferedImage image) throws IOException {
        return image.getRaster().getNumBands() == 1
                ? opaque(document, image)
                : LosslessFactory.createFromImage(document, withOpacity(image));
    }

    private static PDImageXObject opaque(PDDocument document, BufferedImage image)
            throws IOException {
        Raster raster = image.getRaster();
        boolean wide = raster.getTransferType() == DataBuffer.TYPE_USHORT;
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(encoded))) {
            int[] row = new int[image.getWidth()];
            byte[] bytes = new byte[image.getWidth() * (wide ? 2 : 1)];
            for (int y = 0; y < image.getHeight(); y++) {
                raster.getSamples(0, y, row.length, 1, 0, row);
                for (int x = 0; x < row.length; x++) {
                    if (wide) {
                        bytes[2 * x] = (byte) (row[x] >> BYTE);
                        bytes[2 * x + 1] = (byte) row[x];
                    } else {
                        bytes[x] = (byte) row[x];
                    }
                }
                out.write(bytes);
            }
        }
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(encoded.toByteArray()),
                COSName.FLATE_DECODE,
                image.getWidth(),
                image.getHeight(),
                wide ? 2 * BYTE : BYTE,
                PDDeviceGray.INSTANCE);
    }

    private static BufferedImage withOpacity(BufferedImage image) {
        Raster raster = image.getRaster();
        int shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? BYTE : 0;
        BufferedImage colours =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] pixel = new int[raster.getNumBands()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                raster.getPixel(x, y, pixel);
                int gray = (pixel[0] >> shift) & OPAQUE;
                int opacity = (pixel[1] >> shift) & OPAQUE;
                colours.setRGB(x, y, opacity << 24 | gray << 16 | gray << BYTE | gray);
            }
        }
        return colours;
    }
}
