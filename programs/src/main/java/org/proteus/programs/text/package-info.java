/**
 * Programs that read what documents say: PDFBox for PDF, Tika for everything else. Text is written
 * as UTF-8. An object without any text is a failure, never an empty result.
 */
package org.proteus.programs.text;
