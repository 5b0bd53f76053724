package org.proteus.cli.realfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.job.WorkerView;
import org.proteus.library.Proteus;
import org.proteus.library.ProteusSettings;

/**
 * Sends files through the whole system and checks what must hold whatever becomes of a file: it has
 * an ending, its result can be used, no worker is lost, nothing is left behind.
 */
final class Trial {

    /** The limits of the steps end each file long before; this guards against a hang. */
    private static final Duration LONGEST = Duration.ofMinutes(40);

    private static final int PAGE = 200;

    private final RealFiles files;
    private final Path folder;
    private final List<String> faults = new ArrayList<>();

    /** Creates a trial that works in an empty folder. */
    Trial(RealFiles files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /** Transforms the files to text, and the images among them to PNG. */
    List<Row> run(List<String> names) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        Path state = folder.resolve("state");
        try (Proteus proteus = Proteus.open(ProteusSettings.in(state))) {
            rows.addAll(run(proteus, names, "text/plain"));
            List<String> images = rows.stream().filter(Row::isImage).map(Row::file).toList();
            rows.addAll(run(proteus, images, "image/png"));
            assertThat(leftIn(state, "tasks")).as("left by tasks").isEmpty();
        }
        assertThat(leftIn(state, "work")).as("left in the work folder").isEmpty();
        return rows;
    }

    /** Returns what is wrong with results that were handed out. */
    List<String> faults() {
        return faults;
    }

    private List<Row> run(Proteus proteus, List<String> names, String to)
            throws IOException, InterruptedException {
        Path in = folder.resolve("in-" + to.replace('/', '-'));
        Path out = Files.createDirectories(folder.resolve("out-" + to.replace('/', '-')));
        files.unpack(names, in);
        JobView job = proteus.jobs().submit(request(in, to, out));
        JobView ended = proteus.jobs().await(job.id(), LONGEST);

        assertThat(ended.state())
                .as("all files have an ending: %s", ended)
                .isEqualTo(JobState.ENDED);
        // With the job's end the pool shrinks; a worker that died shows in the attempts.
        assertThat(workers(proteus)).as("workers alive").isNotEmpty();
        List<ElementView> elements = elements(proteus, job.id());
        assertThat(elements)
                .allSatisfy(element ->
                        assertThat(element.attempts())
                                .as("attempts of %s", element.name())
                                .extracting(AttemptView::outcome)
                                .doesNotContain("lost", "running", "stale"));
        List<Row> rows =
                elements.stream()
                        .map(element -> Row.of(file(in, element), to, element))
                        .sorted(Comparator.comparing(Row::file))
                        .toList();
        assertThat(rows).extracting(Row::file).containsExactlyElementsOf(new TreeSet<>(names));
        judge(elements, to, out);
        return rows;
    }

    private static JobRequest request(Path in, String to, Path out) {
        return new JobRequest(
                Place.of(in.toUri().toString()),
                to,
                Place.of(out.toUri().toString()),
                null,
                null,
                null,
                null,
                MissingWorker.REFUSE,
                null);
    }

    private static Set<String> workers(Proteus proteus) {
        return proteus.jobs().workers().stream().map(WorkerView::id).collect(Collectors.toSet());
    }

    private static List<ElementView> elements(Proteus proteus, String job) {
        List<ElementView> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ElementView> page = proteus.jobs().elements(job, Optional.empty(), cursor, PAGE);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private static String file(Path in, ElementView element) {
        return in.relativize(Path.of(URI.create(element.source()))).toString();
    }

    /** Each result is there and can be used, and nothing else lies in the sink. */
    private void judge(List<ElementView> elements, String to, Path out) throws IOException {
        Set<Path> results = new TreeSet<>();
        for (ElementView element : elements) {
            if (!element.sink().isEmpty()) {
                Path result = Path.of(URI.create(element.sink()));
                results.add(result);
                // What is text already is handed on as it is, in whatever encoding it has.
                if (!element.passedThrough()) {
                    Judge.fault(result, to)
                            .ifPresent(
                                    fault -> faults.add(folder.relativize(result) + " " + fault));
                }
            }
        }
        try (Stream<Path> all = Files.walk(out)) {
            assertThat(all.filter(Files::isRegularFile).toList())
                    .as("what lies in the sink")
                    .containsExactlyInAnyOrderElementsOf(results);
        }
    }

    /** Returns the files in a folder of that name below the state, locks and logs apart. */
    private static List<Path> leftIn(Path state, String name) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> state.relativize(file).toString().contains(name + "/"))
                    .filter(file -> !file.getFileName().toString().equals("worker.lock"))
                    .toList();
        }
    }
}
