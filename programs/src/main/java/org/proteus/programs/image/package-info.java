/**
 * Programs for still images: ImageMagick for conversion, size and watermarks, and a program that
 * puts images on the pages of a PDF.
 */
package org.proteus.programs.image;
