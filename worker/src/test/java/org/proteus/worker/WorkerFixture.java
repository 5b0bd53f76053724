package org.proteus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.programs.StepRunner;

/** A worker with a scripted coordinator, scripted steps, and real folders and type detection. */
final class WorkerFixture implements AutoCloseable {

    static final ContentType TEXT = ContentType.of("text", "plain");

    final FakeQueue queue = new FakeQueue();
    final ScriptedRunner runner = new ScriptedRunner();
    final Map<TaskKey, byte[]> exchanged = new ConcurrentHashMap<>();
    final Path in;
    final Path out;
    final Path work;
    private Worker worker;
    private int slots = 1;
    private Duration drainTime = Duration.ofSeconds(30);

    WorkerFixture(Path folder) throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        out = Files.createDirectories(folder.resolve("out"));
        work = folder.resolve("work");
        queue.planner = request -> run("copy");
        runner.on("copy", ScriptedRunner::capitals);
    }

    WorkerFixture slots(int count) {
        slots = count;
        return this;
    }

    WorkerFixture drainTime(Duration time) {
        drainTime = time;
        return this;
    }

    Worker start() {
        return start(work);
    }

    /** Starts with other steps than the scripted ones. */
    Worker start(StepRunner steps) {
        return start(work, steps);
    }

    Worker start(Path workFolder) {
        return start(workFolder, runner);
    }

    private Worker start(Path workFolder, StepRunner steps) {
        worker =
                Worker.start(
                        new WorkerSettings(
                                "w1",
                                "local",
                                "here",
                                slots,
                                workFolder,
                                drainTime,
                                List.of("*"),
                                "1"),
                        new WorkerParts(
                                queue,
                                new Exchange(),
                                DataHandlers.find(),
                                steps,
                                new TypeDetector()));
        return worker;
    }

    /** A task for a file of the source folder. */
    Lease file(int number, String name, String content) throws IOException {
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return file(number, name, Files.size(file));
    }

    Lease file(int number, String name, long size) {
        String entry = in.toUri().relativize(in.resolve(name).toUri()).getRawPath();
        Content content =
                new Content.Located(in.toUri().toString(), entry, "", size, Optional.empty());
        return lease(number, name, content, stored(number), true);
    }

    /** A task whose content is carried and whose result is returned. */
    static Lease inline(int number, String content) {
        return lease(
                number, "inline", carried(content), new Destination.Returned(1024, 1 << 20), false);
    }

    static Content carried(String content) {
        return new Content.Carried(Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    Destination.Stored stored(int number) {
        return new Destination.Stored(
                out.toUri().toString(),
                ".proteus-job-" + number + "-1",
                "result " + number + ".txt",
                Optional.empty());
    }

    static Lease lease(
            int number, String name, Content content, Destination destination, boolean detect) {
        return new Lease(
                key(number),
                Lease.Work.TRANSFORM,
                name,
                Optional.of(TEXT),
                Optional.of(content),
                List.of(),
                destination,
                TEXT,
                Map.of(),
                detect,
                false);
    }

    static Lease alone(Lease lease) {
        return new Lease(
                lease.key(),
                lease.work(),
                lease.name(),
                lease.typeHint(),
                lease.content(),
                lease.partners(),
                lease.destination(),
                lease.target(),
                lease.options(),
                lease.detectType(),
                true);
    }

    static TaskKey key(int number) {
        return new TaskKey("job/" + number + "/0", 1);
    }

    static PlanReply run(String... units) {
        List<PlanStep> steps =
                Stream.of(units)
                        .map(unit ->
                                new PlanStep(
                                        new UnitId("test", unit),
                                        "1",
                                        "sum",
                                        "test.Program",
                                        TEXT,
                                        List.of(),
                                        TEXT,
                                        new TreeMap<>(),
                                        UnitLimits.NONE,
                                        true))
                        .toList();
        return new PlanReply.Run(
                new Plan(TEXT, TEXT, List.of(), steps, PlanCost.NONE, "test", List.of()));
    }

    String result(int number) throws IOException {
        return Files.readString(out.resolve("result " + number + ".txt"));
    }

    /** Returns the names in the sink, temporary ones too. */
    List<String> sinkNames() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Returns what is in the folders of tasks. */
    List<Path> leftInWork() throws IOException {
        Path tasks = work.resolve("tasks");
        if (!Files.exists(tasks)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(tasks)) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }

    private final class Exchange implements ContentExchange {
        @Override
        public InputStream open(TaskKey key) throws IOException {
            byte[] content = exchanged.get(key);
            if (content == null) {
                throw new IOException("the lease is no longer valid");
            }
            return Bytes.of(content).open();
        }

        @Override
        public void put(TaskKey key, InputStream result) throws IOException {
            exchanged.put(key, result.readAllBytes());
        }
    }
}
