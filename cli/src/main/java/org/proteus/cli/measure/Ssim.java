package org.proteus.cli.measure;

/** The structural similarity of two pictures of one size, over windows of 8 by 8 pixels. */
final class Ssim {

    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    private Ssim() {}

    /** Returns how similar they are, 0 to 1: mostly brightness, then colour, then opacity. */
    static double of(Raster one, Raster other) {
        return new Share()
                .add(0.7, plane(one, other, 0))
                .add(0.15, plane(one, other, 1))
                .add(0.15, plane(one, other, 2))
                .addIf(one.isTransparent(), 0.5, plane(one, other, 3))
                .mean();
    }

    private static double plane(Raster one, Raster other, int plane) {
        double sum = 0;
        int windows = 0;
        int width = Math.min(WINDOW, one.width());
        int height = Math.min(WINDOW, one.height());
        for (int y = 0; y + height <= one.height(); y += STEP) {
            for (int x = 0; x + width <= one.width(); x += STEP) {
                sum += window(one, other, plane, x, y, width, height);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(
            Raster one, Raster other, int plane, int left, int top, int width, int height) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                double p = one.at(plane, x, y);
                double q = other.at(plane, x, y);
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }
        double count = (double) width * height;
        a /= count;
        b /= count;
        double varianceA = aa / count - a * a;
        double varianceB = bb / count - b * b;
        double covariance = ab / count - a * b;
        return (2 * a * b + C1)
                * (2 * covariance + C2)
                / ((a * a + b * b + C1) * (varianceA + varianceB + C2));
    }
}
