package org.proteus.coordinator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.TaskLeases;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Place;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.Planner;
import org.proteus.graph.ProgramRegistry;

/**
 * A coordinator over local folders, on whatever database a subclass brings; each test has its own.
 */
abstract class CoordinatorSuite {

    /** Nothing runs out by itself within a test; see {@link #runOut}. */
    static final Duration HEARTBEAT = Duration.ofSeconds(60);

    /** Long enough for a slow machine; nothing here measures time. */
    static final Duration LONG = Duration.ofMinutes(2);

    static final DataHandlers HANDLERS = DataHandlers.find();

    @TempDir Path temp;

    Path from;
    Path into;
    Coordinator coordinator;
    CoordinatorSettings settings;

    /** Returns settings with a database of this test's own. */
    abstract CoordinatorSettings database(CoordinatorSettings settings);

    CoordinatorSettings fresh() {
        return database(
                CoordinatorSettings.service(temp.resolve("state"))
                        .withFiles(FileAccess.ANY)
                        .withHeartbeat(HEARTBEAT));
    }

    @BeforeEach
    void openCoordinator() throws IOException {
        from = Files.createDirectory(temp.resolve("from"));
        into = temp.resolve("into");
        open(fresh());
    }

    void open(CoordinatorSettings with) {
        settings = with;
        ProgramRegistry registry = new ProgramRegistry(FixedPlanner.programs());
        coordinator =
                Coordinator.open(
                        with, registry, planner(), HANDLERS, Learning.inDatabase(statistics()));
    }

    Planner planner() {
        return new FixedPlanner();
    }

    LearnedStatistics statistics() {
        return new LearnedStatistics();
    }

    void reopen(CoordinatorSettings with) {
        coordinator.close();
        open(with);
    }

    @AfterEach
    void closeCoordinator() {
        coordinator.close();
    }

    /** Lets every lease of a job run out, and the coordinator see it. */
    void runOut(JobView job) {
        inDatabase(database -> {
            database.change(handle -> TaskLeases.runOut(handle, job.id()));
            return true;
        });
        coordinator.look();
    }

    /** Does something with the coordinator's database beside it. */
    <T> T inDatabase(Function<Database, T> work) {
        try (Database beside =
                settings.databaseUrl()
                        .map(Database::atUrl)
                        .orElseGet(() -> Database.inFolder(settings.dataFolder()))) {
            return work.apply(beside);
        }
    }

    FakeWorker worker(String id) {
        return new FakeWorker(coordinator, HANDLERS, id, FixedPlanner.ONE, FixedPlanner.TWO);
    }

    JobRequest folders() {
        return JobRequest.of(from.toUri().toString(), "png", into.toUri().toString());
    }

    JobView submitFolder(String... names) throws IOException {
        for (String name : names) {
            write(name);
        }
        return coordinator.jobs().submit(folders());
    }

    void write(String name) throws IOException {
        Path file = from.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text of " + name);
    }

    static JobRequest inline(String to, int count) {
        List<InlineObject> objects =
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> object("object" + i + ".txt", "content " + i))
                        .toList();
        return new JobRequest(
                Place.of(Place.INLINE),
                to,
                Place.of(Place.INLINE),
                null,
                null,
                null,
                null,
                null,
                objects);
    }

    static InlineObject object(String name, String text) {
        return new InlineObject(
                name, java.util.Optional.empty(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    JobView ended(String job) throws InterruptedException {
        JobView view = coordinator.jobs().await(job, LONG);
        if (!view.state().isFinal()) {
            throw new AssertionError("not ended within " + LONG + ": " + view);
        }
        return view;
    }

    /**
     * Waits for a count of a job that goes on: where counting takes long, it may be an older one.
     */
    void awaitCount(JobView job, ElementState state, long count) {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> coordinator.jobs().show(job.id()).count(state) == count);
    }

    ElementView element(JobView job, long seq) {
        return coordinator.jobs().element(job.id(), seq);
    }
}
