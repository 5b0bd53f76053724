/** Programs for moving images and sound: FFmpeg, and MEncoder for those who ask for it. */
package org.proteus.programs.video;
