package org.proteus.programs.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real object of each content type that a shipped program takes: out of Tika's test jars, or made
 * by the tool itself where these have none.
 */
public final class Objects {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";

    private static final Map<String, String> SAMPLES =
            Map.ofEntries(
                    Map.entry("image/jpeg", "testJPEG_EXIF.jpg"),
                    Map.entry("image/png", "testPNG.png"),
                    Map.entry("image/gif", "testGIF.gif"),
                    Map.entry("image/tiff", "testTIFF.tif"),
                    Map.entry("image/bmp", "testBMP.bmp"),
                    Map.entry("image/webp", "testWEBP.webp"),
                    Map.entry("image/vnd.adobe.photoshop", "testPSD.psd"),
                    Map.entry("image/jp2", "testJPEG.jp2"),
                    Map.entry("image/heic", "testHEIF.heic"),
                    Map.entry("image/svg+xml", "testSVG.svg"),
                    Map.entry("image/wmf", "testWMF_charset.wmf"),
                    Map.entry("image/emf", "testEMF_iconOnlyLongFilename.emf"),
                    Map.entry("video/x-flv", "testFLV.flv"),
                    Map.entry("audio/mpeg", "testMP3id3v2.mp3"),
                    Map.entry("audio/vnd.wave", "testWAV.wav"),
                    Map.entry("audio/x-aiff", "testAIFF.aif"),
                    Map.entry("audio/basic", "testAU.au"),
                    Map.entry("audio/mp4", "testMP4.m4a"),
                    Map.entry("application/pdf", "testPDF.pdf"),
                    Map.entry("application/msword", "testWORD.doc"),
                    Map.entry(OOXML + "wordprocessingml.document", "testWORD.docx"),
                    Map.entry(ODF + "text", "testODFwithOOo3.odt"),
                    Map.entry("application/rtf", "testRTF.rtf"),
                    Map.entry("application/vnd.wordperfect", "testWordPerfect.wpd"),
                    Map.entry("text/html", "testHTML_utf8.html"),
                    Map.entry("application/xhtml+xml", "testXHTML.html"),
                    Map.entry("application/xml", "testEXCEL2003.xml"),
                    Map.entry("application/vnd.ms-excel", "testEXCEL.xls"),
                    Map.entry(OOXML + "spreadsheetml.sheet", "testEXCEL.xlsx"),
                    Map.entry(
                            "application/vnd.ms-excel.sheet.binary.macroenabled.12",
                            "testEXCEL.xlsb"),
                    Map.entry(ODF + "spreadsheet", "testFooter.ods"),
                    Map.entry("application/vnd.ms-powerpoint", "testPPT.ppt"),
                    Map.entry(OOXML + "presentationml.presentation", "testPPT.pptx"),
                    Map.entry(ODF + "presentation", "testMasterFooter.odp"),
                    Map.entry(ODF + "graphics", "versions/LibreOfficeDraw_odg_1.3.odg"),
                    Map.entry("application/vnd.visio", "testVISIO.vsd"),
                    Map.entry("application/epub+zip", "testEPUB.epub"),
                    Map.entry("message/rfc822", "testRFC822"),
                    Map.entry("application/mbox", "simple.mbox"),
                    Map.entry("application/vnd.ms-outlook", "testMSG.msg"),
                    Map.entry("application/vnd.ms-htmlhelp", "chm/admin.chm"),
                    Map.entry("*/*", "testWORD.doc"));

    private static final Map<String, String> TEXTS =
            Map.of(
                    "text/plain", "Proteus, the old man of the sea.\nΠρωτεύς\n",
                    "application/x-subrip", "1\n00:00:00,000 --> 00:00:00,900\nProteus speaks\n\n",
                    "text/csv", "name,size\n\"sea, old\",3\nΠρωτεύς,4\n");

    private final Path folder;

    /** Makes objects in a folder. */
    public Objects(Path folder) {
        this.folder = folder;
    }

    /** Returns an object of that type, under a name that tells nothing of it. */
    public Path of(String type) throws IOException {
        Path file = folder.resolve("object-" + type.replaceAll("[^a-z0-9]", "-"));
        if (Files.exists(file)) {
            return file;
        }
        if (SAMPLES.containsKey(type)) {
            Files.write(file, sample(SAMPLES.get(type)));
        } else if (TEXTS.containsKey(type)) {
            Files.writeString(file, TEXTS.get(type));
        } else {
            run(Recipes.of(type, file));
        }
        return file;
    }

    /** Returns the bytes of a file of Tika's test jars. */
    public static byte[] sample(String name) throws IOException {
        try (InputStream content = Objects.class.getResourceAsStream("/test-documents/" + name)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no sample " + name);
            }
            return content.readAllBytes();
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(new ArrayList<>(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError("cannot make an object by " + command);
        }
    }
}
