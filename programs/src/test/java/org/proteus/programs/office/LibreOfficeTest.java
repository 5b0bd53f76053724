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
import org.junit.jupiter.api.Test;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.trial.Judge;
import org.proteus.programs.trial.Objects;

@NeedsTool(command = "soffice", apt = "libreoffice", says = "LibreOffice")
class LibreOfficeTest extends ProgramContract {

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
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        return List.of(sample("docx-to-pdf", docx, "application/pdf"));
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

    private ProgramSample sample(String unit, String source, String target) throws IOException {
        return ProgramSample.of(unit, new Objects(folder).of(source), source, target);
    }
}
