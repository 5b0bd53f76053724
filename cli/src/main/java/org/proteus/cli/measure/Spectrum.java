package org.proteus.cli.measure;

/** Compares sounds by how loud each band is at each moment. */
final class Spectrum {

    private static final int BANDS = 24;
    private static final int MOST_WINDOWS = 400;

    /** Quieter than this is silence, in decibels. */
    private static final double SILENCE = -70;

    /** A band that is off by so many decibels is lost. */
    private static final double LOST = 24;

    private Spectrum() {}

    /** Returns how alike two sounds are, 0 to 1; the second is late by {@code shift} samples. */
    static double likeness(float[] one, float[] other, int shift, int window) {
        double sum = 0;
        int windows = 0;
        int begin = Math.max(0, -shift);
        int end = Math.min(one.length, other.length - shift) - window;
        for (int at = begin; at <= end && windows < MOST_WINDOWS; at += window) {
            double[] a = bands(one, at, window);
            double[] b = bands(other, at + shift, window);
            for (int band = 0; band < BANDS; band++) {
                sum += 1 - Math.min(1, Math.abs(a[band] - b[band]) / LOST);
            }
            windows++;
        }
        return windows == 0 ? 1 : sum / (windows * BANDS);
    }

    /** Returns the loudness of bands of equal width on the musical scale, in decibels. */
    private static double[] bands(float[] sound, int at, int window) {
        double[] real = new double[window];
        double[] imaginary = new double[window];
        for (int i = 0; i < window; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / window);
            real[i] = sound[at + i] * hann;
        }
        transform(real, imaginary);
        double[] loud = new double[BANDS];
        int half = window / 2;
        for (int i = 1; i < half; i++) {
            int band = (int) Math.min(BANDS - 1, BANDS * Math.log(i) / Math.log(half));
            loud[band] += (real[i] * real[i] + imaginary[i] * imaginary[i]) / window / window;
        }
        for (int band = 0; band < BANDS; band++) {
            loud[band] = Math.max(SILENCE, 10 * Math.log10(loud[band] + 1e-12));
        }
        return loud;
    }

    /** The fast Fourier transform, in place; the length is a power of two. */
    private static void transform(double[] real, double[] imaginary) {
        int n = real.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = real[i];
                real[i] = real[j];
                real[j] = swap;
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            double angle = -2 * Math.PI / length;
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < length / 2; k++) {
                    int p = start + k;
                    int q = p + length / 2;
                    double cos = Math.cos(angle * k);
                    double sin = Math.sin(angle * k);
                    double re = real[q] * cos - imaginary[q] * sin;
                    double im = real[q] * sin + imaginary[q] * cos;
                    real[q] = real[p] - re;
                    imaginary[q] = imaginary[p] - im;
                    real[p] += re;
                    imaginary[p] += im;
                }
            }
        }
    }
}
