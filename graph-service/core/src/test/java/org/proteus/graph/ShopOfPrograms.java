package org.proteus.graph;

import static org.proteus.graph.TestProgram.program;

import java.util.List;
import org.proteus.foundation.model.program.TransformationProgram;

/** A small set of programs like those that are shipped. */
final class ShopOfPrograms {

    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String SIZE = "; width=\"?*\"; height=\"?*\"";

    private ShopOfPrograms() {}

    static List<TransformationProgram> all() {
        return List.of(images(), office(), pdf(), text(), zipper(), video(), svg(), composites());
    }

    private static TransformationProgram images() {
        return program("images")
                .global("quality=?85")
                .lossless("tiff-png", "image/tiff", "image/png" + SIZE)
                .lossy("any-png", "image/*", "image/png" + SIZE, "watermark=?*")
                .lossy("any-jpeg", "image/*", "image/jpeg" + SIZE, "watermark=?*")
                .lossless("any-pdf", "image/*", "application/pdf")
                .build();
    }

    private static TransformationProgram svg() {
        return program("rsvg").losing("svg-png", "image/svg+xml", "image/png" + SIZE).build();
    }

    private static TransformationProgram office() {
        return program("office")
                .lossy("docx-pdf", DOCX, "application/pdf")
                .lossy("odt-pdf", "application/vnd.oasis.opendocument.text", "application/pdf")
                .lossy("docx-odt", DOCX, "application/vnd.oasis.opendocument.text")
                .lossy("txt-pdf", "text/plain", "application/pdf")
                .lossy("csv-xls", "text/csv", "application/vnd.ms-excel")
                .build();
    }

    private static TransformationProgram pdf() {
        return program("pdf")
                .losing("pdf-text", "application/pdf", "text/plain; charset=UTF-8")
                .losing("pdf-png", "application/pdf", "image/png" + SIZE, "pages=?1", "dpi=?*")
                .losing("pdf-locked", "application/pdf", "text/html", "password=-")
                .build();
    }

    private static TransformationProgram text() {
        return program("tika").losing("any-text", "*/*", "text/plain; charset=UTF-8").build();
    }

    private static TransformationProgram zipper() {
        return program("zipper").lossless("any-zip", "*/*", "application/zip", "level=?6").build();
    }

    private static TransformationProgram video() {
        return program("ffmpeg")
                .lossy("avi-flv", "video/x-msvideo", "video/x-flv" + SIZE)
                .lossy("any-mp4", "video/*", "video/mp4" + SIZE)
                .losing("mp4-png", "video/mp4", "image/png" + SIZE, "time=-")
                .build();
    }

    private static TransformationProgram composites() {
        return program("site")
                .composite(
                        "thumbnail",
                        "application/pdf",
                        "image/bmp",
                        "pdf/pdf-png pages=1",
                        "site/small")
                .composite(
                        "small", "image/png", "image/bmp", "images/any-jpeg width=64", "site/bmp")
                .lossless("bmp", "image/jpeg", "image/bmp")
                .build();
    }
}
