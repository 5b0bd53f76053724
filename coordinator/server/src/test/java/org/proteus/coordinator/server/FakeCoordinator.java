package org.proteus.coordinator.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.foundation.model.job.SizeStatisticsView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.job.WorkerView;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.QueryResult;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;
import org.proteus.graph.publish.Publishing;
import org.proteus.graph.publish.contract.MemoryPrograms;
import org.proteus.graph.query.ProgramQuery;

/**
 * A coordinator in memory that "transforms" text to upper case at once; everything an outside test
 * of the faces can see behaves as the interfaces promise.
 */
final class FakeCoordinator implements Jobs, Catalogue, InstantTransforms, ContentExchange {

    private static final JobCost COST = new JobCost(84, Optional.of(new Money(0.012, "EUR")));

    static final ContentType TEXT = ContentType.of("text", "plain");
    static final ContentType UPPER = ContentType.parse("text/html; case=\"upper\"");

    final Semaphore places = new Semaphore(2);
    final CountDownLatch blocked = new CountDownLatch(1);
    final AtomicInteger awaited = new AtomicInteger();
    final CountDownLatch dropped = new CountDownLatch(1);
    final Map<TaskKey, byte[]> held = new ConcurrentHashMap<>();
    final FakeQueue queue = new FakeQueue();
    volatile boolean databaseDown;
    volatile Request lastRequest;

    final ProgramRegistry registry = new ProgramRegistry(List.of(program()));
    final Publishing publishing = Publishing.open(new MemoryPrograms(), registry);

    final RecordedOrders orders = new RecordedOrders();
    final Map<UnitId, Double> measured = new ConcurrentHashMap<>();
    private final Map<String, JobView> jobs = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, List<ElementView>> elements = new LinkedHashMap<>();
    private final Map<String, Bytes> results = new ConcurrentHashMap<>();

    Services services() {
        return new Services(
                this,
                this,
                publishing,
                orders,
                measured::putAll,
                this,
                queue,
                this,
                NodeAccess.NONE,
                Optional.empty());
    }

    @Override
    public synchronized JobView submit(JobRequest request, Optional<String> key) {
        if (key.isPresent() && keys.containsKey(key.get())) {
            return show(keys.get(key.get()));
        }
        ContentType target = resolveType(request.to());
        String id = "job" + (jobs.size() + 1);
        List<ElementView> done = new ArrayList<>();
        for (InlineObject object : request.objects()) {
            done.add(element(id, done.size() + 1L, object, target));
        }
        boolean ended = request.from().isInline();
        Map<ElementState, Long> counts = new EnumMap<>(ElementState.class);
        for (ElementState state : ElementState.values()) {
            counts.put(state, state == ElementState.DONE ? done.size() : 0L);
        }
        JobView job =
                new JobView(
                        id,
                        ended ? JobState.ENDED : JobState.RUNNING,
                        request.from().uri(),
                        target,
                        request.into().uri(),
                        request.options(),
                        request.scaling(),
                        request.priority(),
                        request.deadline(),
                        Instant.parse("2026-11-22T10:00:00Z"),
                        ended
                                ? Optional.of(Instant.parse("2026-11-22T10:00:01Z"))
                                : Optional.empty(),
                        ended,
                        counts,
                        0,
                        0,
                        1,
                        COST,
                        "",
                        Optional.empty(),
                        Optional.empty());
        jobs.put(id, job);
        elements.put(id, done);
        key.ifPresent(text -> keys.put(text, id));
        return job;
    }

    private ElementView element(String job, long seq, InlineObject object, ContentType target) {
        Bytes result = upper(object.content());
        String id = job + "/" + seq;
        results.put(id, result);
        Plan plan = steps(TEXT, target);
        TaskRecord record =
                new TaskRecord(
                        Optional.of(TEXT),
                        1,
                        sha256(result),
                        List.of(),
                        Optional.of(plan),
                        List.of(),
                        5);
        AttemptView attempt =
                new AttemptView(
                        1, "w1", "done", Instant.EPOCH, Optional.empty(), Optional.empty(), record);
        return new ElementView(
                id,
                object.name(),
                "inline:",
                ElementState.DONE,
                Optional.of(TEXT),
                object.content().size(),
                sha256(object.content()),
                List.of(),
                Optional.of(plan),
                "inline:" + id,
                result.size(),
                sha256(result),
                false,
                Optional.empty(),
                List.of(attempt));
    }

    static Plan steps(ContentType source, ContentType target) {
        PlanStep step =
                new PlanStep(
                        new UnitId("shout", "text"),
                        "1.0",
                        "00",
                        "org.example.Shout",
                        source,
                        List.of(),
                        target,
                        new java.util.TreeMap<>(),
                        UnitLimits.NONE,
                        true);
        return new Plan(
                source,
                target,
                List.of(step.unit()),
                List.of(step),
                PlanCost.of(0, 1, 0, 0),
                "the only way",
                List.of());
    }

    @Override
    public synchronized JobView submitOrResume(JobRequest request, Optional<String> key) {
        return jobs.isEmpty() ? submit(request, key) : jobs.values().iterator().next();
    }

    @Override
    public synchronized JobView show(String job) {
        return Optional.ofNullable(jobs.get(job)).orElseThrow(() -> notFound("job"));
    }

    private static ProteusException notFound(String what) {
        return new ProteusException(ErrorCode.NOT_FOUND, "there is no such " + what, "List them");
    }

    @Override
    public synchronized Page<JobView> list(Optional<String> cursor, int limit) {
        if (databaseDown) {
            throw new IllegalStateException("connection refused by db.internal:5432");
        }
        return page(List.copyOf(jobs.values()).reversed(), cursor, limit);
    }

    private static <T> Page<T> page(List<T> rows, Optional<String> cursor, int limit) {
        int from = cursor.map(FakeCoordinator::position).orElse(0);
        int to = Math.min(rows.size(), from + limit);
        Optional<String> next =
                to < rows.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new Page<>(rows.subList(Math.min(from, to), to), next);
    }

    private static int position(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST, "the cursor is not one", "Start anew");
        }
    }

    @Override
    public synchronized JobView cancel(String job) {
        return become(job, JobState.ENDED);
    }

    @Override
    public synchronized JobView pause(String job) {
        requireGoing(job);
        return become(job, JobState.PAUSED);
    }

    @Override
    public synchronized JobView resume(String job) {
        requireGoing(job);
        return become(job, JobState.RUNNING);
    }

    private void requireGoing(String job) {
        if (show(job).state().isFinal()) {
            throw new ProteusException(ErrorCode.CONFLICT, "the job has ended", "Retry it");
        }
    }

    @Override
    public synchronized void remove(String job) {
        if (!show(job).state().isFinal()) {
            throw new ProteusException(ErrorCode.CONFLICT, "the job still runs", "Cancel it");
        }
        jobs.remove(job);
    }

    private JobView become(String job, JobState state) {
        JobView old = show(job);
        JobView now =
                new JobView(
                        old.id(),
                        state,
                        old.from(),
                        old.target(),
                        old.into(),
                        old.options(),
                        old.scaling(),
                        old.priority(),
                        old.deadline(),
                        old.created(),
                        state.isFinal() ? Optional.of(old.created()) : Optional.empty(),
                        state.isFinal(),
                        old.counts(),
                        0,
                        0,
                        0,
                        old.cost(),
                        "",
                        Optional.empty(),
                        Optional.empty());
        jobs.put(job, now);
        notifyAll();
        return now;
    }

    @Override
    public JobView retry(String job) {
        if (!show(job).state().isFinal()) {
            throw new ProteusException(ErrorCode.CONFLICT, "the job still runs", "Wait for it");
        }
        return show(job);
    }

    @Override
    public synchronized Page<ElementView> elements(
            String job, Optional<ElementState> state, Optional<String> cursor, int limit) {
        show(job);
        List<ElementView> rows =
                elements.get(job).stream()
                        .filter(e -> state.isEmpty() || state.get() == e.state())
                        .toList();
        return page(rows, cursor, limit);
    }

    @Override
    public synchronized ElementView element(String job, long seq) {
        show(job);
        return elements.get(job).stream()
                .filter(e -> e.id().equals(job + "/" + seq))
                .findFirst()
                .orElseThrow(() -> notFound("element"));
    }

    @Override
    public Bytes result(String job, long seq) {
        return results.get(element(job, seq).id());
    }

    @Override
    public List<Decision> decisions(String job, long after) {
        show(job);
        Decision decision =
                new Decision(
                        Instant.EPOCH,
                        "fixed",
                        1,
                        2,
                        3.5,
                        Optional.of(0.5),
                        "objects",
                        Optional.of(0.75),
                        COST,
                        "2 asked for");
        return Stream.of(decision).skip(after).toList();
    }

    @Override
    public ScalingChart scaling(String job) {
        ScalingPoint point =
                new ScalingPoint(
                        Instant.EPOCH,
                        Optional.of(3.5),
                        Optional.empty(),
                        "objects",
                        1,
                        1,
                        0,
                        2,
                        7,
                        COST);
        return new ScalingChart(job, List.of(point), decisions(job));
    }

    @Override
    public List<WorkerView> workers() {
        return List.of(
                new WorkerView(
                        "w1",
                        "local",
                        "here",
                        2,
                        false,
                        false,
                        Instant.EPOCH,
                        List.of("job1/1/0")));
    }

    @Override
    public synchronized JobView await(String job, Duration atMost) throws InterruptedException {
        awaited.incrementAndGet();
        long end = System.nanoTime() + atMost.toNanos();
        while (!show(job).state().isFinal() && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return show(job);
    }

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        ContentType source = object.type();
        ContentType target = goal.target();
        Map<String, String> options = goal.options();
        if (!options.isEmpty() && !options.containsKey("width")) {
            return new PlanAnswer.Refused(
                    new Problem(ErrorCode.UNKNOWN_OPTION, "no step takes it", "Leave it out"));
        }
        return switch (target.type()) {
            case "audio" ->
                    new PlanAnswer.Refused(
                            new Problem(ErrorCode.NO_PATH, "text never sings", "Try text/html"));
            case "image" -> new PlanAnswer.NotRunnable(steps(source, target), List.of(program()));
            default -> new PlanAnswer.Found(steps(source, target));
        };
    }

    @Override
    public Explanation why(PlanObject object, PlanGoal goal, String name) {
        return new Explanation(
                name, name.equals("shout"), "it is the only one", "", Optional.empty());
    }

    @Override
    public List<UnitView> units(UnitFilter filter) {
        TransformationUnit unit = program().units().getFirst();
        return List.of(
                new UnitView(
                        new UnitId("shout", unit.id()),
                        "Shouts",
                        unit.sources(),
                        unit.target(),
                        unit.parameters(),
                        List.of(),
                        unit.loss(),
                        unit.limits(),
                        PlanCost.of(4, 0.8, 0.2, 0),
                        Optional.of(0.5),
                        Optional.empty(),
                        true));
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        return List.of(TEXT);
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        return List.of(UPPER, ContentType.of("application", "pdf"));
    }

    @Override
    public List<UnitStatisticsView> statistics() {
        return List.of(
                new UnitStatisticsView(
                        new UnitId("imagemagick", "to-png"),
                        Optional.of(0.98),
                        List.of(new SizeStatisticsView("small", 12.5, 0.25, 0.04))));
    }

    @Override
    public List<ProgramView> programs() {
        return List.of(
                new ProgramView(
                        program(),
                        ProgramOrigin.SHIPPED,
                        true,
                        ProgramOffer.State.RUNNABLE,
                        "shout 1.0",
                        List.of("w1")));
    }

    static TransformationProgram program() {
        TypePattern text = new TypePattern(TEXT, List.of());
        TransformationUnit unit =
                new TransformationUnit(
                        "text",
                        List.of(text),
                        text,
                        List.of(new Parameter("loud", "-", true)),
                        List.of(),
                        UnitLimits.NONE,
                        LossClass.LOSSY,
                        0,
                        List.of(),
                        List.of());
        return new TransformationProgram(
                "shout",
                "1.0",
                "Shouts",
                List.of(new SoftwarePackage("shout", "apt:shout")),
                Optional.of("org.example.Shout"),
                List.of(),
                List.of(unit),
                false,
                "00");
    }

    @Override
    public QueryResult query(String query) {
        return ProgramQuery.parse(query).run(registry);
    }

    @Override
    public ContentType resolveType(String text) {
        return switch (text) {
            case "txt", "a.txt", "hello.txt" -> TEXT;
            case "png" -> ContentType.of("image", "png");
            default -> {
                try {
                    yield ContentType.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new ProteusException(
                            ErrorCode.UNKNOWN_TYPE, "there is no such type", "Write type/subtype");
                }
            }
        };
    }

    @Override
    public Result transform(Request request) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new ProteusException(ErrorCode.BUSY, "every place is taken", "Try again later");
        }
        try {
            return transformed(request);
        } finally {
            places.release();
        }
    }

    private Result transformed(Request request) throws InterruptedException {
        lastRequest = request;
        String text = new String(request.content().array(), StandardCharsets.UTF_8);
        switch (text) {
            case "block" -> block();
            case "broken" ->
                    throw new ProteusException(
                            ErrorCode.BROKEN_OBJECT, "the text is truncated", "Send all of it");
            case "defect" -> throw new IllegalStateException("at org.proteus.Secret(Secret.java)");
            default -> {}
        }
        resolveType(request.target());
        Bytes result = upper(request.content());
        TaskRecord record =
                new TaskRecord(
                        Optional.of(TEXT),
                        request.content().size(),
                        sha256(request.content()),
                        List.of(),
                        Optional.of(steps(TEXT, UPPER)),
                        List.of(),
                        1);
        return new Result(UPPER, result, sha256(result), record);
    }

    private void block() throws InterruptedException {
        blocked.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            dropped.countDown();
            throw e;
        }
    }

    private static Bytes upper(Bytes content) {
        String text = new String(content.array(), StandardCharsets.UTF_8);
        return Bytes.of(text.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(Bytes content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(TaskKey key) throws IOException {
        if (!held.containsKey(key)) {
            throw new IOException("stale lease");
        }
        return new ByteArrayInputStream(held.get(key));
    }

    @Override
    public void put(TaskKey key, InputStream result) throws IOException {
        open(key).close();
        held.put(key, result.readAllBytes());
    }
}
