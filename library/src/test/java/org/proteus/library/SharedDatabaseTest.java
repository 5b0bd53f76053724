package org.proteus.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.job.WorkerView;

/** Two that are open at once on one real PostgreSQL. */
class SharedDatabaseTest {

    private static final int ELEMENTS = 200;

    @TempDir Path folder;

    @Test
    void bothWorkOnTheSameJobsAndNothingIsDoneTwice() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Proteus one = open(server, "one");
                Proteus other = open(server, "other")) {
            JobView job = one.jobs().submit(copying());
            assertThat(other.jobs().show(job.id()).id()).isEqualTo(job.id());
            assertThat(other.jobs().await(job.id(), Duration.ofMinutes(2)).allDone()).isTrue();
            List<ElementView> elements =
                    one.jobs()
                            .elements(job.id(), Optional.empty(), Optional.empty(), ELEMENTS)
                            .items();
            assertThat(elements).hasSize(ELEMENTS);
            assertThat(elements).allSatisfy(e -> assertThat(e.attempts()).hasSize(1));
            assertThat(one.jobs().workers()).extracting(WorkerView::id).doesNotHaveDuplicates();
            assertThat(one.jobs().workers()).hasSize(2);
        }
    }

    private Proteus open(EmbeddedPostgres server, String name) {
        return Proteus.open(
                ProteusSettings.in(folder.resolve(name))
                        .withDatabase(server.getJdbcUrl("postgres", "postgres"))
                        .withWorkers(1));
    }

    private static JobRequest copying() {
        Place inline = Place.of(Place.INLINE);
        Optional<ContentType> text = Optional.of(ContentType.of("text", "plain"));
        List<InlineObject> objects =
                IntStream.range(0, ELEMENTS)
                        .mapToObj(i -> new InlineObject("e" + i + ".txt", text, content(i)))
                        .toList();
        return new JobRequest(inline, "text/plain", inline, null, null, null, null, null, objects);
    }

    private static Bytes content(int number) {
        return Bytes.of(("element number " + number + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
