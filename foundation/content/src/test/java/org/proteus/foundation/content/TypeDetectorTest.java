package org.proteus.foundation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

class TypeDetectorTest {

    private final TypeDetector detector = new TypeDetector();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "testWORD.doc, application/msword",
        "testEXCEL.xls, application/vnd.ms-excel",
        "testPPT.ppt, application/vnd.ms-powerpoint",
        "test-outlook.msg, application/vnd.ms-outlook",
        "testWORD.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "testEXCEL.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "testPPT.pptx, application/vnd.openxmlformats-officedocument.presentationml.presentation"
    })
    void officeFilesAreToldApartWhateverTheirName(String file, String type) throws IOException {
        byte[] bytes = office(file);
        assertThat(detect(bytes, "")).hasToString(type);
        assertThat(detect(bytes, "picture.png")).hasToString(type);
        assertThat(detect(bytes, "archive.zip")).hasToString(type);
        assertThat(detect(bytes, "letter.doc")).hasToString(type);
        assertThat(detect(bytes, "book.epub")).hasToString(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void picturesAreFoundOnTheirBytes(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
        assertThat(detect(out.toByteArray(), "")).hasToString("image/" + format);
        assertThat(detect(out.toByteArray(), "report.pdf")).hasToString("image/" + format);
        assertThat(detect(out.toByteArray(), "report.docx")).hasToString("image/" + format);
    }

    @Test
    void zipFilesAreToldApartByWhatTheyHold() throws IOException {
        assertThat(detect(zip("a.txt", "hello"), "a.docx")).hasToString("application/zip");
        assertThat(detect(zip("a.txt", "hello"), "a.air"))
                .hasToString("application/vnd.adobe.air-application-installer-package+zip");
        assertThat(detect(zip("mimetype", "application/epub+zip"), ""))
                .hasToString("application/epub+zip");
        assertThat(detect(zip("mimetype", "application/vnd.oasis.opendocument.text"), "x.zip"))
                .hasToString("application/vnd.oasis.opendocument.text");
        assertThat(detect(zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"), ""))
                .hasToString("application/java-archive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hello world               |            | text/plain
                    hello world               | a.png      | text/plain
                    a,b,c                     | a.csv      | text/csv
                    int x;                    | a.java     | text/x-java-source
                    <html><body>x</body></html> |          | text/html
                    <html><body>x</body></html> | a.txt    | text/html
                    <?xml version="1.0"?><a/> |            | application/xml
                    <svg xmlns="http://www.w3.org/2000/svg"/> | | image/svg+xml
                    %PDF-1.4                  | a.doc      | application/pdf
                    {"a": 1}                  | a.json     | application/json
                    {"a": 1}                  |            | text/plain
                    """)
    void textIsNamedByItsBytesAndThenByItsName(String text, String name, String type)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(detect(bytes, name == null ? "" : name)).hasToString(type);
    }

    @Test
    void noCharacterSetIsInvented() throws IOException {
        byte[] latin = "h\u00e9h\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(detect(latin, "a.txt").parameters()).isEmpty();
        byte[] wide = "hello".getBytes(StandardCharsets.UTF_16);
        assertThat(detect(wide, "a.txt")).hasToString("text/plain");
    }

    @Test
    void gzipIsGzipWhateverItIsCalled() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[100]);
        }
        assertThat(detect(out.toByteArray(), "a.txt")).hasToString("application/gzip");
    }

    @Test
    void whatNobodyKnowsIsJustBytes() throws IOException {
        byte[] noise = new byte[2000];
        new Random(1).nextBytes(noise);
        assertThat(detect(noise, "")).isEqualTo(ContentType.OCTET_STREAM);
    }

    @Test
    void anEmptyFileSaysSo() {
        assertThatThrownBy(() -> detect(new byte[0], "a.png"))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.BROKEN_OBJECT);
                            assertThat(e.problem().message()).contains("empty");
                        });
    }

    @Test
    void aMissingFileIsAnIoError() {
        assertThatThrownBy(() -> detector.detect(folder.resolve("none"), "a.png"))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"testWORD.doc", "testEXCEL.xls", "testWORD.docx", "testPPT.pptx", "zip"})
    void aContainerCutShortIsStillOneOfItsFamily(String file) throws IOException {
        byte[] whole = file.equals("zip") ? zip("a.txt", "x".repeat(5000)) : office(file);
        for (double share : new double[] {0.9, 0.5, 0.1}) {
            byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
            ContentType type = detect(cut, "");
            assertThat(type.type()).isEqualTo("application");
            assertThat(type).isNotEqualTo(ContentType.OCTET_STREAM);
        }
        assertThat(detect(Arrays.copyOf(whole, 4), "")).isNotNull();
    }

    @Test
    void hostileNamesDoNoHarm() throws IOException {
        byte[] png = "\u0089PNG\r\n\u001a\n0000".getBytes(StandardCharsets.ISO_8859_1);
        for (String name :
                new String[] {
                    "../../etc/passwd",
                    "a\nb.pdf",
                    "\u0000",
                    "x".repeat(5000),
                    "%00.pdf",
                    "?#.pdf",
                    "http://a/b.pdf",
                    "\ud800.pdf"
                }) {
            assertThat(detect(png, name)).hasToString("image/png");
        }
    }

    @Test
    void oneDetectorServesManyThreads() throws Exception {
        byte[] word = office("testWORD.docx");
        Path file = Files.write(folder.resolve("word"), word);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ContentType> task = () -> detector.detect(file, "a.zip");
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(i -> task).toList())) {
                assertThat(answer.get().subtype()).endsWith("wordprocessingml.document");
            }
        }
    }

    @Test
    void onlyContainersNeedAFile() throws IOException {
        byte[] text = "just words\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(detector.detect(Bytes.of(text), "a.txt"))
                .contains(ContentType.of("text", "plain"));
        assertThat(detector.detect(Bytes.of(zip("a.txt", "hello")), "a.txt")).isEmpty();
        assertThat(detector.detect(Bytes.of(office("testWORD.doc")), "")).isEmpty();
    }

    /** Whatever memory alone tells must be what the file tells. */
    private ContentType detect(byte[] bytes, String name) throws IOException {
        ContentType type = detector.detect(Files.write(folder.resolve("content"), bytes), name);
        assertThat(detector.detect(Bytes.of(bytes), name).orElse(type)).isEqualTo(type);
        return type;
    }

    private static byte[] office(String name) throws IOException {
        try (InputStream in =
                TypeDetectorTest.class.getResourceAsStream("/test-documents/" + name)) {
            return in.readAllBytes();
        }
    }

    /** Returns a zip file with one stored entry, as formats that begin with "mimetype" want it. */
    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        try (ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(entry);
            archive.write(bytes);
        }
        return out.toByteArray();
    }
}
