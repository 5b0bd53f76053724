package org.proteus.programs.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.trial.Judge;
import org.proteus.programs.trial.Objects;

@NeedsTool(command = "soffice", apt = "libreoffice", says = "LibreOffice")
class LibreOfficeTest extends ProgramContract {

    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Override
    protected Program program() {
        return new LibreOffice();
    }

    @Override
    protected boolean triesEveryUnit() {
        return false;
    }

    @Override
    protected List<ProgramSample> samples() throws IOException {
        return List.of(sample("docx-to-pdf", DOCX, "application/pdf"));
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        assertThat(Judge.says(output, sample.target())).isEmpty();
    }

    /** A page that names a picture on the network must not make LibreOffice ask for it. */
    @Test
    void asksNobodyForLinkedPictures() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            Path page = folder.resolve("page");
            Files.writeString(
                    page,
                    "<html><body>Hello<img src='http://127.0.0.1:%d/a.png'></body></html>"
                            .formatted(server.getAddress().getPort()));

            ProgramBench.Run run =
                    bench.run(
                            ProgramSample.of("html-to-pdf", page, "text/html", "application/pdf"));

            assertThat(run.result().problem()).isEmpty();
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    /** A unit for plain text is planned for all that is a kind of it. */
    @Test
    void readsSourceCodeAsText() throws Exception {
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            for (String type : List.of("text/x-java-source", "text/x-python")) {
                Path file = folder.resolve("text");
                Files.writeString(file, "<a>Proteus</a>\n");

                ProgramBench.Run run = bench.run(ProgramSample.of("txt-to-docx", file, type, DOCX));

                assertThat(run.result().problem()).as(type).isEmpty();
                assertThat(Judge.says(run.output(), ContentType.parse(DOCX))).as(type).isEmpty();
            }
        }
    }

    /**
     * Neither a picture by its name nor a drawing that names one must bring a file of this machine.
     */
    @Test
    void showsNoOtherFileOfThisMachine() throws Exception {
        Path picture = new Objects(folder).of("image/png");
        String rtf =
                "{\\rtf1 Hello {\\field{\\*\\fldinst INCLUDEPICTURE \""
                        + picture
                        + "\" \\\\d}{\\fldrslt x}}}";
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                        + " width='300' height='200'><rect width='9' height='9' fill='red'/>"
                        + "<image width='200' height='200' xlink:href='file://"
                        + picture
                        + "'/></svg>";
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            assertThat(pictures(bench, "rtf-to-pdf", rtf, "application/rtf")).isZero();
            assertThat(pictures(bench, "svg-to-pdf", svg, "image/svg+xml")).isZero();
        }
    }

    private long pictures(ProgramBench bench, String unit, String text, String type)
            throws Exception {
        Path file = Files.writeString(folder.resolve(unit), text);
        ProgramBench.Run run = bench.run(ProgramSample.of(unit, file, type, "application/pdf"));
        assertThat(run.result().problem()).isEmpty();
        try (PDDocument document = Loader.loadPDF(run.output().toFile())) {
            PDResources resources = document.getPage(0).getResources();
            long found = 0;
            for (COSName name : resources.getXObjectNames()) {
                found += resources.isImageXObject(name) ? 1 : 0;
            }
            return found;
        }
    }

    /** The hierarchy of types leads a table to the units for text. */
    @Test
    void readsWhatIsAKindOfTextAsText() throws Exception {
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            ProgramBench.Run run = bench.run(sample("txt-to-docx", "text/csv", docx));

            assertThat(run.result().problem()).isEmpty();
            assertThat(run.output()).isNotEmptyFile();
        }
    }

    private ProgramSample sample(String unit, String source, String target) throws IOException {
        return ProgramSample.of(unit, new Objects(folder).of(source), source, target);
    }
}
