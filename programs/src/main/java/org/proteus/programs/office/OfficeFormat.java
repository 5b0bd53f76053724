package org.proteus.programs.office;

import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * What LibreOffice calls a content type that it reads.
 *
 * @param application which of its applications opens it
 * @param filter its import filter; forced, so that the content cannot choose
 */
record OfficeFormat(OfficeApplication application, String filter) {

    private static final Map<String, OfficeFormat> BY_TYPE =
            Map.ofEntries(
                    writer("application/msword", "MS Word 97"),
                    writer(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "MS Word 2007 XML"),
                    writer("application/vnd.oasis.opendocument.text", "writer8"),
                    writer("application/rtf", "Rich Text Format"),
                    writer("application/vnd.wordperfect", "WordPerfect"),
                    writer("text/html", "HTML (StarWriter)"),
                    writer("text/plain", "Text (encoded):UTF8"),
                    calc("application/vnd.ms-excel", "MS Excel 97"),
                    calc(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "Calc MS Excel 2007 XML"),
                    calc("application/vnd.oasis.opendocument.spreadsheet", "calc8"),
                    calc("text/csv", OfficeApplication.CSV),
                    impress("application/vnd.ms-powerpoint", "MS PowerPoint 97"),
                    impress(
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            "Impress MS PowerPoint 2007 XML"),
                    impress("application/vnd.oasis.opendocument.presentation", "impress8"),
                    draw("application/vnd.oasis.opendocument.graphics", "draw8"),
                    draw("application/vnd.visio", "Visio Document"),
                    draw("image/svg+xml", "SVG - Scalable Vector Graphics"),
                    draw("image/wmf", "WMF - MS Windows Metafile"),
                    draw("image/emf", "EMF - MS Windows Metafile"));

    /** Returns the format of a content type. */
    static OfficeFormat of(ContentType type) {
        return Optional.ofNullable(BY_TYPE.get(type.mediaType())).orElseThrow(() -> unknown(type));
    }

    private static Map.Entry<String, OfficeFormat> writer(String type, String filter) {
        return Map.entry(type, new OfficeFormat(OfficeApplication.WRITER, filter));
    }

    private static Map.Entry<String, OfficeFormat> calc(String type, String filter) {
        return Map.entry(type, new OfficeFormat(OfficeApplication.CALC, filter));
    }

    private static Map.Entry<String, OfficeFormat> impress(String type, String filter) {
        return Map.entry(type, new OfficeFormat(OfficeApplication.IMPRESS, filter));
    }

    private static Map.Entry<String, OfficeFormat> draw(String type, String filter) {
        return Map.entry(type, new OfficeFormat(OfficeApplication.DRAW, filter));
    }

    private static ProteusException unknown(ContentType type) {
        return new ProteusException(
                ErrorCode.NO_PATH,
                "LibreOffice does not read " + type.mediaType(),
                "ask for another type, or add a program that reads it");
    }
}
