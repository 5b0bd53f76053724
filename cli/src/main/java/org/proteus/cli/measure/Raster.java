package org.proteus.cli.measure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture as planes of numbers from 0 to 1: brightness, two of colour, opacity. Colours count as
 * far as they can be seen through.
 */
final class Raster {

    private static final int CHANNELS = 4;
    private static final double MOST = 65_535;

    private final int width;
    private final int height;
    private final double[][] planes;

    private Raster(int width, int height, double[][] planes) {
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    /** Returns the pixels in a row. */
    int width() {
        return width;
    }

    /** Returns the number of rows. */
    int height() {
        return height;
    }

    /** Returns a number of a plane. */
    double at(int plane, int x, int y) {
        return planes[plane][y * width + x];
    }

    /** Reads pictures of one size from 16-bit red, green, blue and opacity. */
    static List<Raster> read(byte[] bytes, int width, int height) {
        int size = width * height;
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Raster> pictures = new ArrayList<>();
        while (samples.remaining() >= size * CHANNELS * Short.BYTES) {
            pictures.add(one(samples, width, height));
        }
        return pictures;
    }

    private static Raster one(ByteBuffer samples, int width, int height) {
        double[][] planes = new double[CHANNELS][width * height];
        for (int i = 0; i < width * height; i++) {
            double red = next(samples);
            double green = next(samples);
            double blue = next(samples);
            double opacity = next(samples);
            double brightness = 0.299 * red + 0.587 * green + 0.114 * blue;
            planes[0][i] = brightness * opacity;
            planes[1][i] = (0.5 + 0.564 * (blue - brightness)) * opacity;
            planes[2][i] = (0.5 + 0.713 * (red - brightness)) * opacity;
            planes[3][i] = opacity;
        }
        return new Raster(width, height, planes);
    }

    private static double next(ByteBuffer samples) {
        return Short.toUnsignedInt(samples.getShort()) / MOST;
    }

    /** Returns what is seen of it on a white page. */
    Raster onWhite() {
        double[] neutral = {1, 0.5, 0.5, 1};
        double[][] seen = new double[CHANNELS][width * height];
        for (int plane = 0; plane < CHANNELS; plane++) {
            for (int i = 0; i < width * height; i++) {
                seen[plane][i] = planes[plane][i] + neutral[plane] * (1 - planes[3][i]);
            }
        }
        return new Raster(width, height, seen);
    }

    /** Returns it smaller by a whole factor. */
    Raster smaller(int factor) {
        int across = width / factor;
        int down = height / factor;
        double[][] mean = new double[CHANNELS][across * down];
        for (int plane = 0; plane < CHANNELS; plane++) {
            for (int y = 0; y < down * factor; y++) {
                for (int x = 0; x < across * factor; x++) {
                    mean[plane][y / factor * across + x / factor] +=
                            planes[plane][y * width + x] / (factor * factor);
                }
            }
        }
        return new Raster(across, down, mean);
    }

    /** Whether something can be seen through it. */
    boolean isTransparent() {
        for (double opacity : planes[3]) {
            if (opacity < 1) {
                return true;
            }
        }
        return false;
    }
}
