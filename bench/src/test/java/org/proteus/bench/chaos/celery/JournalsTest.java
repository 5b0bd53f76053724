package org.proteus.bench.chaos.celery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalsTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir Path folder;

    @Test
    void countsWhatHappenedToATaskInAllProcesses() throws IOException {
        write("worker-1.7", "began a 1.0\nstored a 1.1\nbegan b 1.2\n");
        write("worker-2.9", "began a 2.0\nstored a 2.1\n");

        Journals journals = new Journals(folder);

        assertThat(journals.counts("stored")).containsOnly(Map.entry("a", 2));
        assertThat(journals.counts("began")).containsEntry("a", 2).containsEntry("b", 1);
    }

    @Test
    void namesTheWorkerThatHasJustStored() throws IOException {
        Instant later = Instant.now().plusSeconds(60);
        at(later, write("worker-1.7", "began a 1.0\n"));
        at(later, write("worker-2.9", "began b 1.0\nstored b 1.1\n"));

        assertThat(new Journals(folder).justStored()).contains("worker-2");
    }

    @Test
    void namesNobodyWhenThatIsLongAgo() throws IOException {
        at(LONG_AGO, write("worker-2.9", "began b 1.0\nstored b 1.1\n"));

        assertThat(new Journals(folder).justStored()).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void at(Instant time, Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
