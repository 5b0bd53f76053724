package org.proteus.programs.office;

import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * An application of LibreOffice.
 *
 * @param exports file extension and export filter for each type that it writes
 */
record OfficeApplication(Map<String, String> exports) {

    /** Filter for CSV: comma, double quote, UTF-8, from the first line on. */
    static final String CSV = "Text - txt - csv (StarCalc):44,34,76,1";

    static final OfficeApplication WRITER =
            new OfficeApplication(
                    Map.of(
                            "application/pdf", "pdf:writer_pdf_Export",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                    "docx:MS Word 2007 XML",
                            "application/vnd.oasis.opendocument.text", "odt:writer8",
                            "application/msword", "doc:MS Word 97",
                            "application/rtf", "rtf:Rich Text Format",
                            "text/html", "html:HTML (StarWriter):EmbedImages",
                            "text/plain", "txt:Text (encoded):UTF8"));

    static final OfficeApplication CALC =
            new OfficeApplication(
                    Map.of(
                            "application/pdf", "pdf:calc_pdf_Export",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                    "xlsx:Calc MS Excel 2007 XML",
                            "application/vnd.oasis.opendocument.spreadsheet", "ods:calc8",
                            "text/html", "html:HTML (StarCalc)",
                            "text/csv", "csv:" + CSV));

    static final OfficeApplication IMPRESS =
            new OfficeApplication(
                    Map.of(
                            "application/pdf", "pdf:impress_pdf_Export",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                                    "pptx:Impress MS PowerPoint 2007 XML",
                            "application/vnd.oasis.opendocument.presentation", "odp:impress8",
                            "image/png", "png:impress_png_Export"));

    static final OfficeApplication DRAW =
            new OfficeApplication(
                    Map.of(
                            "application/pdf", "pdf:draw_pdf_Export",
                            "image/png", "png:draw_png_Export",
                            "image/svg+xml", "svg:draw_svg_Export"));

    /**
     * Returns the file extension and the filter for a target, as LibreOffice wants them: {@code
     * extension:filter}.
     */
    String export(ContentType target) {
        return Optional.ofNullable(exports.get(target.mediaType()))
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_PROGRAM,
                                "LibreOffice makes no such " + target.mediaType(),
                                "remove the unit from the program document"));
    }
}
